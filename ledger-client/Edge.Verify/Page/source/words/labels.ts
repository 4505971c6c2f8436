/** Words that stand alone on the page. */
export type Labels =
  | 'title' | 'offline' | 'offlineDetail' | 'lead' | 'step1' | 'step1Detail' | 'step2' | 'step2Detail' | 'chooseFiles' | 'choosePolicy' | 'changePolicy' | 'addFiles'
  | 'dropHint' | 'drop' | 'print' | 'stop' | 'goOn' | 'stopped' | 'zone' | 'language' | 'tooMany' | 'clear' | 'filesChecked' | 'waitsForPolicy' | 'noWorker' | 'notProvedMeaning'
  | 'valid' | 'validBut' | 'invalid' | 'notChecked' | 'accusationProved' | 'accusationNotProved' | 'report'
  | 'why' | 'provedMeaning' | 'invalidMeaning' | 'nothingShown' | 'notCheckedMeaning' | 'accusedMeaning' | 'receiptMeaning' | 'receiptFile' | 'key' | 'reason' | 'reservations'
  | 'measured' | 'channel' | 'quality' | 'clock' | 'raw' | 'place' | 'gateway' | 'readings' | 'value' | 'unit' | 'entry' | 'noValue' | 'noClock' | 'recomputed' | 'recomputedNote'
  | 'chartMarks' | 'gapsTitle' | 'otherEntries' | 'notDrawn' | 'provedTime' | 'noTime' | 'notBefore' | 'notAfter' | 'departmentsTimes' | 'oneTime' | 'wholeSeconds' | 'between'
  | 'acceptedBy' | 'department' | 'when' | 'silent' | 'checkpoint' | 'root' | 'cityBlock' | 'blockHash' | 'complete'
  | 'conditions' | 'configuration' | 'calibration' | 'none' | 'hidden' | 'certificate' | 'by' | 'software' | 'noConfiguration' | 'noCalibration' | 'ownEvidence' | 'input' | 'configurationFile'
  | 'trust' | 'givenPolicy' | 'trustNote' | 'trustOfNothing' | 'trustMissing' | 'cityLogs' | 'gateways' | 'departments' | 'policyFile' | 'evidenceFile' | 'accusationFile' | 'sha256' | 'size' | 'copy' | 'copied'
  | 'files' | 'digest' | 'details' | 'checkedHere' | 'isProved' | 'isNotProved' | 'again' | 'firstHistory' | 'secondHistory' | 'acceptedByNobody' | 'log' | 'omitted' | 'result' | 'file'
  | 'broughtTitle' | 'broughtAsk' | 'broughtConfirm' | 'broughtConfirmed' | 'unchecked' | 'looking' | 'changes'
  | 'useCamera' | 'cameraHint' | 'cameraAsking' | 'cameraLooking' | 'cameraStop' | 'cameraClose' | 'cameraDenied' | 'cameraMissing' | 'cameraBusy' | 'cameraEnded' | 'thisCode' | 'saveFile';
