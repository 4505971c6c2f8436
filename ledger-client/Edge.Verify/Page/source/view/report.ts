import type { FileReport, TrustReport } from '../report/report.ts';
import { finding, receiptFault, sentence } from '../words/sentence.ts';
import { shown } from '../words/shown.ts';
import { capital } from '../words/figures.ts';
import { el } from './element.ts';
import { facts, hash, section } from './parts.ts';
import { provedParts, readings } from './proved.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { verdict } from './verdict.ts';

export const verdictOf = (report: FileReport, trust: TrustReport | null, isAlone: boolean, setting: Setting): HTMLElement =>
  verdict(report.outcome, sentence(report, trust, setting.words, setting.times), shown(report.file.name), report.file.sha256, isAlone, setting);

/** Everything under the verdict: why, what is proved, the files. */
export function reportParts(report: FileReport, trust: TrustReport | null, setting: Setting): HTMLElement[] {
  return [why(report, setting), ...(report.proved && trust ? provedParts(report.proved, trust, setting) : []), ...(report.accusation ? [histories(report.accusation, setting)] : []),
    ...(report.receipt?.fault === null ? [receipt(report.receipt, setting)] : []),
    files(report, trust, setting), ...(report.proved ? [readings(report.proved, setting)] : [])].filter(part => part !== null);
}

const MEANING = { valid: 'provedMeaning', valid_but: 'provedMeaning', invalid: 'invalidMeaning', proved: 'accusedMeaning', not_proved: 'notProvedMeaning', not_checked: 'notCheckedMeaning' } as const;

function why(report: FileReport, setting: Setting): HTMLElement {
  const { words } = setting, isFault = report.outcome === 'invalid' || report.outcome === 'not_proved';
  return section(label(setting, 'why'), 'why', el('p', {}, label(setting, report.receipt?.fault === null ? 'receiptMeaning' : MEANING[report.outcome])),
    report.receipt?.fault ? el('p', {}, shown(capital(receiptFault(report.receipt, words))), ' ', el('code', { class: 'finding' }, report.receipt.fault)) : null,
    report.findings.length === 0 ? null : el('p', { class: 'lead' }, `${label(setting, isFault ? 'reason' : 'reservations')}${words.colon}`),
    report.findings.length === 0 ? null : el('ul', {}, ...report.findings.map(group =>
      el('li', {}, shown(capital(finding(group, words))), ' ', el('code', { class: 'finding', 'data-number': `${group.number}` }, `${group.number} ${group.code}`)))),
    isFault ? el('p', {}, label(setting, 'nothingShown')) : null);
}

function histories({ origin, histories: both }: NonNullable<FileReport['accusation']>, setting: Setting): HTMLElement {
  const { words, times } = setting;
  return section(label(setting, 'log'), 'histories', facts([label(setting, 'log'), shown(origin)]),
    ...both.map(({ size, root, acceptedBy }, i) => el('div', { class: 'card' }, el('h3', {}, label(setting, i === 0 ? 'firstHistory' : 'secondHistory')),
      facts([label(setting, 'size'), words.history(size)], [label(setting, 'root'), hash(root, setting)],
        [label(setting, 'acceptedBy'), ...(acceptedBy.length === 0 ? [label(setting, 'acceptedByNobody')] : acceptedBy.map(each => `${times.second(each.time)} ${times.zone} ${shown(each.department)}`))]))));
}

function receipt({ kid, index, size, root }: NonNullable<FileReport['receipt']>, setting: Setting): HTMLElement {
  const { words } = setting;
  return section(label(setting, 'receiptFile'), 'receipt', facts([label(setting, 'key'), shown(kid)], [label(setting, 'place'), words.entries([index], 0)],
    [label(setting, 'size'), words.history(size)], [label(setting, 'root'), hash(root, setting)]));
}

function files({ file, outcome, receipt: received }: FileReport, trust: TrustReport | null, setting: Setting): HTMLElement {
  const { words } = setting, isThere = trust !== null && file.sha256 !== '', kind = received ? 'receiptFile' : outcome === 'proved' || outcome === 'not_proved' ? 'accusationFile' : 'evidenceFile';
  return section(label(setting, 'files'), 'files', facts(
    [label(setting, kind), shown(file.name), words.bytes(file.bytes)],
    [label(setting, 'sha256'), file.sha256 === '' ? null : hash(file.sha256, setting)],
    ...(trust === null ? [] : [[label(setting, 'policyFile'), shown(trust.file.name), words.bytes(trust.file.bytes)], [label(setting, 'sha256'), hash(trust.file.sha256, setting)]] as [string, ...(string | Node)[]][])),
  !isThere ? null : el('p', { class: 'small' }, label(setting, 'again')),
  !isThere ? null : el('pre', {}, el('code', {}, `edge-verify ${quotedForShell(file.name)} --policy ${quotedForShell(trust.file.name)}`)));
}

const quotedForShell = (name: string): string => (/^[\w.,/@%+:][\w.,/@%+:-]*$/.test(name) ? name : `'${shown(name).replaceAll("'", "'\\''")}'`);
