import type { Counts } from '../report/report.ts';
import { englishLabels } from './english-labels.ts';
import { grouped } from './figures.ts';
import { partsOf } from './parts.ts';
import { shownName } from './shown.ts';
import type { Words } from './words.ts';

const plural = (count: number | bigint, one: string, many = `${one}s`): string => `${grouped(count)} ${count == 1 ? one : many}`;
const and = (names: string[]): string => (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0] ?? '');
const capital = (sentence: string): string => (sentence.startsWith('no value') ? `N${sentence.slice(1)}` : sentence);
const entriesOf = (size: bigint): string => plural(size, 'entry', 'entries');

function qualities({ good, uncertain, bad, absent }: Counts): string {
  const parts = ([[good, '', 'good'], [uncertain, '', 'uncertain'], [bad, '', 'bad'], [absent, 'of these ', 'without a value']] as const)
    .filter(([count]) => count > 0).map(([count, before, word]) => `${before}${grouped(count)} ${word}`);
  return parts.join(', ') || 'none';
}

const all = ({ good, uncertain, bad }: Counts): number => good + uncertain + bad;

export const english: Words = {
  tag: 'en', other: '中文', colon: ': ', semicolon: '; ', comma: ', ', stop: '.', clause: ', ',
  labels: englishLabels,
  qualities: ['good', 'uncertain', 'bad'],
  reasons: [
    'nothing to report', 'the device has no data', 'the device does not answer', 'the transfer on the bus failed', 'loop current below 3.6 mA (broken wire or no supply)',
    'loop current above 21.0 mA (short circuit or transmitter alarm)', 'loop current between 3.6 and 3.8 mA', 'loop current between 20.5 and 21.0 mA',
    'the converter is at the end of its range', 'the device is warming up', 'the device lost its setup or calibration', 'another device answers at this address', 'the device was not ready in time',
    'the answer cannot be read', 'outside the plausible range', 'changed faster than possible', 'has not changed for too long', 'under maintenance or simulated',
    'the device was removed', 'the gateway did not sample in time', 'the temperature it is compensated with is not measured now',
  ],
  whys: [
    'powered off', 'sensor absent', 'the gateway could not keep up', 'removed to make room, before anchoring', "the gateway's store was damaged", 'sampling was stopped',
    'thinned: only one of several was kept, the store was nearly full', 'sampling of the channel was stopped, the store was nearly full', 'nothing was taken, the store was full',
    'removed to make room, after anchoring',
  ],
  categories: { F: 'failure', S: 'out of specification', C: 'check function', M: 'maintenance required' },
  contacts: { leak: ['dry', 'wet'], door: ['closed', 'open'], tamper: ['closed', 'open'] },
  kinds: {
    reading: 'reading', seal: 'seal', gap: 'gap', boot: 'start of the gateway', clock: 'clock correction', configuration: 'configuration', calibration: 'calibration',
    maintenance: 'maintenance', tamper: 'tamper', alarm: 'alarm', key_rotation: 'key rotation', software: 'software',
  },
  valid: claim => `Valid. ${capital(claim)}.`,
  validBut: (reservations, claim) => `Valid, but ${reservations.join('; ')}. ${capital(claim)}.`,
  invalid: why => `Invalid: ${why}.`,
  notChecked: (reason, file, detail) => `Not checked: ${english.whyNotChecked(reason, file, detail)}.`,
  whyNotChecked: (reason, file, detail) => ({
    malformed: `${file} is not an evidence file, or is damaged (${detail})`,
    empty: `${file} is empty`,
    receipt_alone: `${file} is a COSE receipt without what it is about. edge-verify checks it ${detail ? `with entry ${detail} (--entry FILE)` : 'with the earlier root (--root ROOT)'}`,
    too_large: `${file} is larger than the ${detail} bytes such a file can have`,
    cannot_read: `${file} cannot be read; it may have been moved or changed. Choose it again`,
    policy_malformed: `${file} is not a policy file, or is damaged (${detail})`,
    two_policies: `more than one policy file was given (${detail.replaceAll('\n', ', ')}). Choose the one that comes from whom you trust`,
    code_other: `${file} is a QR code of another kind, not of evidence; it says ${shownName(detail)}`,
    code_address: `${file} is the QR code of an address, ${shownName(detail)}, not of evidence. Open that address in a browser, and let it show the code of a reading's evidence`,
    code_newer: `${file} is a QR code of evidence of form ${detail}, which this program does not know. Use a newer one`,
    code_damaged: `${file} is a QR code of evidence, but its text is damaged. Read the code again, or ask for the file`,
    parts_missing: `${file} is told in ${partsOf(detail, ', ').count} QR codes, and not all were read yet: ${partsOf(detail, ', ').missing} missing. Read these too, in any order`,
    parts_differ: `the ${detail} QR codes of ${file} do not make one file: its digest is not the one that they name. Read all of them again, from one place`,
    picture_without_code: `no QR code could be read in ${file}. Take the picture again: sharp, from straight in front, without glare, the whole code with its white edge filling most of it`,
    picture_not_opened: `${file} cannot be opened as a picture by this browser, or is damaged. Give it as PNG or JPEG, for example as a screenshot`,
    picture_too_large: `${file} has more than ${detail} million pixels. Give a smaller picture, cut out around the code`,
    unforeseen: `the page failed; this is a fault of ours, please report it (${detail})`,
  })[reason],
  claim: (subject, gateway, existed, accepted, departments, complete) =>
    `${subject} gateway ${gateway}; ${existed}; accepted by ${accepted} of ${plural(departments, 'department')}${complete === null ? '' : `; ${complete}`}`,
  reading: (value, channel, quality) => `${value} at ${channel}${quality.length > 0 ? ` (quality ${quality})` : ''}, measured by`,
  absent: (channel, quality) => `no value at ${channel} (quality ${quality}), recorded by`,
  readings: (counts, channels, more) => {
    const count = all(counts), names = more > 0 ? `${channels.join(', ')} and ${plural(more, 'more channel')}` : and(channels);
    if (counts.absent === count)
      return `${plural(count, 'reading')} without a value at ${names}, recorded by`;
    const flawed = counts.good === count && counts.absent === 0 ? '' : ` (${qualities({ ...counts, good: 0 })})`;
    return `${plural(count, 'reading')} at ${names}${flawed}, measured by`;
  },
  otherEntries: (kinds, count) => `${plural(count, 'log entry', 'log entries')} (${kinds.join(', ')}) of`,
  existed: (notBefore, notAfter, zone) => notBefore === null && notAfter === null ? 'no time is proved'
    : notBefore === null ? `existed not after ${notAfter} (${zone})` : notAfter === null ? `existed not before ${notBefore} (${zone})`
      : `existed not before ${notBefore} and not after ${notAfter} (${zone})`,
  nothingMissing: (first, last) => `nothing missing between entries ${grouped(first)} and ${grouped(last)}, and no gap recorded`,
  nothingWithheld: (first, last) => `nothing withheld between entries ${grouped(first)} and ${grouped(last)}`,
  gapsRecorded: (count, missing) => `${plural(count, 'gap')} recorded${missing > 0n ? `, with ${plural(missing, 'reading')} missing` : ''}`,
  moreGaps: count => `and ${grouped(count)} more`,
  gap: (channels, from, to, zone, why) => `${channels.length > 0 ? `${channels} ` : ''}${from === null && to === null ? 'at a time not known'
    : from === null ? `until ${to} (${zone})` : to === null ? `from ${from} on (${zone})` : `from ${from} to ${to} (${zone})`}, ${why}`,
  ended: word => `${word} (the gateway ended without a stop)`,
  endedUnknown: word => `${word} (the gateway ended without a stop, and it is not known whether the board went on running)`,
  endedRunning: word => `${word} (the gateway ended without a stop, and the board went on running)`,
  entries: (places, more) => {
    const names = places.map(grouped);
    return more > 0 ? `entries ${names.join(', ')} and ${grouped(more)} more` : names.length === 1 ? `entry ${names[0]}` : `entries ${and(names)}`;
  },
  and,
  more: count => `and ${grouped(count)} more`,
  finding: ({ number, cause }, about) => ({
    1: 'the file was altered or damaged after it was made: its digest does not match its bytes',
    2: `${about} is not the name of a gateway`,
    3: `gateway ${about} is not in the policy file; nobody vouches for its key`,
    4: cause === 'not_signed_by_log'
      ? `the checkpoint does not carry the signature of gateway ${about} by the key in the policy file (is it the right policy, and the newest? has the key been rotated?)`
      : `the signature of gateway ${about} does not match these bytes`,
    5: `the signature of department ${about} does not match these bytes`,
    6: `fewer departments than the policy asks for accepted the checkpoint of gateway ${about}`,
    7: `the city block that should hold the anchor is not accepted: ${cause && english.cause(cause, about)}`,
    8: "the gateway's anchor is not contained in the city block",
    9: "the entries shown are not those that the gateway's checkpoint covers",
    10: `the configuration, calibration, clock or seal shown for ${about} is missing or is not the one in force when it was recorded`,
    11: `a city block that should prove the earliest time is not accepted: ${cause && english.cause(cause, about)}`,
    12: `the two checkpoints of ${about} are not shown to contradict each other: the proof does not hold`,
    100: `nothing in the file proves an earliest time for ${about}`,
    101: `the departments' clocks contradict each other and leave no time for ${about}`,
    102: `the gateway's own clock lies outside the proved times at ${about}`,
    103: `this program does not know the meaning of ${about}: genuine, but of a newer kind`,
    104: `the policy asks for no departments, so no latest time is proved for ${about}`,
    105: `the configuration or calibration of ${about} is named only by its hash; who needs it can ask for the full file`,
  })[number],
  cause: (cause, about) => ({
    other_origin: `it belongs to another log, ${about}`,
    unknown_log: `the log ${about} is not in the policy file`,
    not_signed_by_log: `it does not carry the signature of ${about}`,
    bad_log_signature: `the signature of ${about} does not match its bytes`,
    bad_cosignature: `the signature of department ${about} does not match its bytes`,
    no_quorum: `fewer departments than the policy asks for signed it (${about})`,
  })[cause],
  key: name => name,
  calibrationOf: (channel, said) => `calibration of ${channel}: ${said}`,
  unknownKind: number => `unknown kind ${number}`,
  unknownReason: number => `a reason not known to this program (number ${number})`,
  unknownWhy: number => `a reason not known to this program (number ${number})`,
  beyondCalendar: second => `after the year 9999 (second ${second} since 1970)`,
  counts: counts => `${grouped(all(counts))}: ${qualities(counts)}`,
  accepted: (accepted, departments, quorum) => `${accepted} of ${departments}; the policy asks for ${quorum}`,
  quorum: size => `at least ${size} of them must agree`,
  bytes: count => plural(count, 'byte'),
  chart: (count, channel, low, high, from, to, hasBad) =>
    `${plural(count, 'reading')} at ${channel} from ${from} to ${to}: lowest ${low}, highest ${high}${hasBad ? ' (bad values not counted)' : ''}`,
  rows: (shown, count) => (shown === count ? `All ${plural(count, 'reading')}, in the order of the log`
    : `${grouped(shown)} of ${plural(count, 'reading')}: the first and the last; edge-verify --html --full shows all`),
  checkpoint: (origin, size) => `log ${origin} with ${entriesOf(size)}`,
  block: (size, time, zone) => `the city log up to entry ${grouped(size - 1n)}${time === null ? '' : `, signed by a quorum by ${time} (${zone})`}`,
  page: () => ['Page ', ' of ', ''],
  checking: name => `Checking ${name} ...`,
  tally: (count, word) => `${grouped(count)} ${word}`,
  all: (count, word) => `All ${grouped(count)} files: ${word}`,
  ofFiles: (count, all, word) => `${grouped(count)} of ${plural(all, 'file')}${word.startsWith('accusation') ? ':' : count === 1 ? ' is' : ' are'} ${word}`,
  reportFollows: name => `The report on ${name} follows.`,
  showAll: rows => `Show all ${plural(rows, 'row')}`,
  figuresProved: (count, all) => (all === 1 ? `The figure is ${count === 1 ? '' : 'not '}proved` : count === all ? `All ${grouped(all)} figures are proved`
    : count === 0 ? `None of the ${grouped(all)} figures is proved` : `${all - count} of ${grouped(all)} figures ${all - count === 1 ? 'is' : 'are'} not proved`),
  onRecord: (names, departments, notAfter, zone) => `${names.length} of ${plural(departments, 'department')} of the city ${names.length === 1 ? 'has' : 'have'} this on record${names.length > 0 ? ` (${and(names)})` : ''}`
    + `${notAfter === null ? '' : `, from ${notAfter} (${zone}) at the latest`}.`,
  measuredAt: (time, zone) => `Measured ${time} (${zone}) by the clock at the tap.`,
  cameWith: (policy, files, more) => `${policy} was given together with ${files.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}.`,
  since: (state, time) => `${state} from ${time}`,
  moreChanges: count => `and ${grouped(count)} more`,
  files: count => `${plural(count, 'file')} checked`,
  proved: (log, first, second, firstBy, secondBy) => {
    const histories = first === second ? `${log} signed two histories of ${entriesOf(first)} that differ`
      : `${log} signed two histories: one of ${entriesOf(first)}, and one of ${entriesOf(second)} that does not continue it`;
    const accepted = !firstBy && !secondBy ? 'No department accepted either' : !secondBy ? `The first was accepted by ${firstBy}, the second by no department`
      : !firstBy ? `The second was accepted by ${secondBy}, the first by no department` : `The first was accepted by ${firstBy}, the second by ${secondBy}`;
    return `Proved: ${histories}. Its own signatures show it; nothing it logged can be relied on without other evidence. ${accepted}.`;
  },
  notProved: why => `Not proved: ${why}.`,
  verbatim: text => text,
  ownWordOnly: "it is the log's own word: a COSE receipt proves no time, and no department stands behind it",
  included: (index, entry, log, size) => `Entry ${grouped(index)} (${entry}) is in the log ${log}, as signed at ${entriesOf(size)}`,
  keyUnknown: key => `the policy has no log key ${key}`,
  notSigned: key => `the key ${key} has not signed the root that this receipt and the entry lead to; one of the two was altered, or they do not belong together`,
  gatewayLog: id => `gateway ${id}`,
  otherLog: name => `the log ${name}`,
  history: entriesOf,
};
