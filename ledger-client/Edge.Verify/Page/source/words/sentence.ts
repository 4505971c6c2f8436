import type { ValueForm } from '../report/definition.ts';
import { parseOrigin } from '../logs/origin.ts';
import type { FileReport, FindingGroup, GapRow, HistoryReport, ProvedReport, ReadingRow, ReceiptReport, TrustReport } from '../report/report.ts';
import { capital, valueText, withUnit } from './figures.ts';
import { shown, shownName } from './shown.ts';
import type { Times } from './times.ts';
import type { Words } from './words.ts';

const NAMED_CHANNELS = 3;
const STOPPED = 5;
const ENDED = 'the gateway ended without a stop';
const ENDED_UNKNOWN = `${ENDED}, and it is not known whether the board went on running`;
const ENDED_RUNNING = `${ENDED}, and the board went on running`;
const ENDINGS = [ENDED, ENDED_UNKNOWN, ENDED_RUNNING];

/** The verdict in one sentence that a court clerk can read, reason first. */
export function sentence(report: FileReport, trust: TrustReport | null, words: Words, times: Times): string {
  const findings = report.findings.map(group => finding(group, words));
  const { proved, accusation, receipt, why } = report;
  if (receipt !== null)
    return shown(receipt.fault === null ? words.validBut([words.ownWordOnly], included(receipt, words)) : words.invalid(receiptFault(receipt, words)));
  const claim = (): string => claimOf(proved!, trust!, words, times);
  switch (report.outcome) {
    case 'valid': return shown(words.valid(claim()));
    case 'valid_but': return shown(words.validBut(findings, claim()));
    case 'invalid': return shown(words.invalid(findings[0]!));
    case 'not_proved': return shown(words.notProved(findings[0]!));
    case 'not_checked': return shown(words.notChecked(why!.reason, shownName(report.file.name), why!.detail));
    case 'proved': return shown(accused(accusation!, words));
  }
}

/** Why a file is not simply valid, a sentence without its stop; null: it is. */
export function reason({ file, why, receipt, findings: [first, ...more] }: FileReport, words: Words): string | null {
  if (receipt !== null)
    return shown(capital(receipt.fault === null ? words.ownWordOnly : receiptFault(receipt, words)));
  if (why !== null)
    return shown(words.whyNotChecked(why.reason, shownName(file.name), why.detail));
  return first === undefined ? null : shown(`${capital(finding(first, words))}${more.length > 0 ? `${words.semicolon}${words.moreChanges(more.length)}` : ''}`);
}

function accused({ origin, histories }: NonNullable<FileReport['accusation']>, words: Words): string {
  const gateway = parseOrigin(origin)?.gateway, log = gateway ? words.gatewayLog(gateway) : words.otherLog(shownName(origin));
  const [first, second] = histories as [HistoryReport, HistoryReport];
  const names = ({ acceptedBy }: HistoryReport): string => words.and(acceptedBy.map(each => shownName(each.department)));
  return words.proved(log, first.size, second.size, names(first), names(second));
}

function included({ kid, index, size, kind, reading }: ReceiptReport, words: Words): string {
  const what = words.kinds[kind] ?? words.unknownKind(kind);
  const entry = reading === null ? what
    : `${what} ${shownName(reading.channel)}${words.colon}${reading.value === null ? quality(reading, words) : withUnit(valueText(reading.value, null), reading.unit)}`;
  return words.included(index, entry, shownName(kid.slice(0, kid.lastIndexOf('+'))), size);
}

/** Why a receipt proves nothing, as the end of a sentence. */
export function receiptFault({ fault, kid }: ReceiptReport, words: Words): string {
  const parts = /^(.+)(\+[0-9a-f]{8})$/s.exec(kid), key = parts ? `${shownName(parts[1]!)}${parts[2]}` : shownName(kid);
  return fault === 'key_unknown' ? words.keyUnknown(key) : words.notSigned(key);
}

/** A finding as the end of a sentence. */
export function finding(group: FindingGroup, words: Words): string {
  return words.finding(group, group.places.length > 0 ? words.entries(group.places, group.more) : shownName(nameOf(group)));
}

/** A gateway goes by its id in sentences, everything else by its whole name. */
const nameOf = ({ number, name }: FindingGroup): string => ((number === 4 || number === 6) ? parseOrigin(name)?.gateway ?? name : name);

export function existed({ notBefore, notAfter }: ProvedReport, words: Words, times: Times): string {
  return words.existed(notBefore === null ? null : times.second(notBefore),
    notAfter === null ? null : notBefore === null ? times.second(notAfter) : times.after(notBefore, notAfter), times.zone);
}

const claimOf = (proved: ProvedReport, trust: TrustReport, words: Words, times: Times): string =>
  words.claim(subjectOf(proved, words), proved.gateway, existed(proved, words, times), proved.acceptedBy.length, trust.departments.length, completeness(proved, words, times));

function subjectOf(proved: ProvedReport, words: Words): string {
  const { counts, channels } = proved, count = counts.good + counts.uncertain + counts.bad;
  if (count === 0)
    return words.otherEntries(proved.otherKinds.map(kind => words.kinds[kind] ?? words.unknownKind(kind)), proved.others);
  if (count > 1)
    return words.readings(counts, channels.slice(0, NAMED_CHANNELS).map(shownName), Math.max(0, channels.length - NAMED_CHANNELS));
  const row = proved.firstRows[0]!, channel = shownName(row.channel);
  return row.value === null ? words.absent(channel, quality(row, words))
    : words.reading(withUnit(valueOf(row.value, row, words), row.unit), channel, row.quality === 0 && row.reason === 0 ? '' : quality(row, words));
}

/** A value without its unit: with its decimals, a contact's state in words. */
export const valueOf = (value: number, { decimals, contact }: ValueForm, words: Words): string =>
  (contact !== null && (value === 0 || value === 1) ? words.contacts[contact][value] : valueText(value, decimals));

export const quality = ({ quality: number, reason }: ReadingRow, words: Words): string =>
  `${words.qualities[number]}${reason === 0 ? '' : `${words.colon}${words.reasons[reason] ?? words.unknownReason(reason)}`}`;

/** Null of one entry that is no gap. */
export function completeness(proved: ProvedReport, words: Words, times: Times): string | null {
  const { longest: { first, last }, isWhole, gapCount, missing } = proved;
  const between = proved.entries > 1 ? words.labels.between : null;
  if (gapCount === 0)
    return isWhole ? words.nothingMissing(first, last) : between;
  const more = gapCount > 1 ? `${words.semicolon}${words.moreGaps(gapCount - 1)}` : '';
  const recorded = `${words.gapsRecorded(gapCount, missing)}${words.colon}${gapText(proved.gaps[0]!, words, times)}${more}`;
  return isWhole ? `${words.nothingWithheld(first, last)}${words.semicolon}${recorded}` : between === null ? recorded : `${between}${words.semicolon}${recorded}`;
}

/** When readings do not exist, and why. */
export function gapText(gap: GapRow, words: Words, times: Times): string {
  const { channels, from, to } = gap;
  const names = channels.slice(0, NAMED_CHANNELS).map(shownName).join(words.comma) + (channels.length > NAMED_CHANNELS ? ` ${words.more(channels.length - NAMED_CHANNELS)}` : '');
  return words.gap(names, from === null ? null : times.second(from), to === null ? null : from === null ? times.second(to) : times.after(from, to), times.zone, whyText(gap, words));
}

function whyText({ why, detail }: GapRow, words: Words): string {
  const word = words.whys[why] ?? words.unknownWhy(why);
  const ended = why === STOPPED ? detail.split('; ').find(clause => ENDINGS.includes(clause)) : undefined;
  switch (ended) {
    case undefined: return word;
    case ENDED_UNKNOWN: return words.endedUnknown(word);
    case ENDED_RUNNING: return words.endedRunning(word);
    default: return words.ended(word);
  }
}
