import type { ConditionsReport, ProvedReport, ReadingRow, TrustReport } from '../report/report.ts';
import type { Wall } from '../entries/entry.ts';
import { capital, grouped, unitText, withUnit } from '../words/figures.ts';
import { existed, gapText, valueOf } from '../words/sentence.ts';
import { qualityAndMeaning } from '../words/meaning.ts';
import { shown, shownName } from '../words/shown.ts';
import { definitionText } from '../words/definition.ts';
import { inputsOf } from '../words/inputs.ts';
import { chartFigure } from './chart.ts';
import { folded } from './folded.ts';
import { el } from './element.ts';
import { intervalDrawing } from './interval.ts';
import { facts, hash, section, table } from './parts.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

const MAX_TEXT = 600;

/** What a file that holds proves, part by part, but for the table of its readings. */
export function provedParts(proved: ProvedReport, trust: TrustReport, setting: Setting): HTMLElement[] {
  return [measured(proved, setting), time(proved, setting), gaps(proved, setting), others(proved, setting), acceptance(proved, trust, setting), conditions(proved, setting)]
    .filter(part => part !== null);
}

const countOf = ({ counts: { good, uncertain, bad } }: ProvedReport): number => good + uncertain + bad;

function deviceText({ wall, recomputed }: ReadingRow, setting: Setting): string {
  const text = (time: Wall): string => `${setting.times.device(time.seconds)} ± ${Number((time.uncertaintyMs / 1000).toFixed(3))} s`;
  const own = wall === null ? label(setting, 'noClock') : text(wall);
  return recomputed === null ? own : `${own}${setting.words.semicolon}${label(setting, 'recomputed')}${setting.words.colon}${text(recomputed)}`;
}

function measured(proved: ProvedReport, setting: Setting): HTMLElement | null {
  const { words } = setting, [row] = proved.firstRows;
  const recomputed = [...proved.firstRows, ...proved.lastRows].some(each => each.recomputed !== null) ? el('p', { class: 'small' }, label(setting, 'recomputedNote')) : null;
  if (row === undefined)
    return null;
  if (countOf(proved) === 1) {
    return section(label(setting, 'measured'), 'measured',
      el('p', { class: 'figure' }, row.value === null ? label(setting, 'noValue') : withUnit(valueOf(row.value, row, words), row.unit)),
      facts([label(setting, 'channel'), shown(row.channel)], [label(setting, 'quality'), qualityAndMeaning(row, words)], [`${label(setting, 'clock')} (${setting.times.zone})`, deviceText(row, setting)],
        [label(setting, 'raw'), row.raw === null ? '-' : `${row.raw}`], [label(setting, 'place'), words.entries([row.index], 0)], [label(setting, 'gateway'), proved.origin]),
      recomputed);
  }
  return section(label(setting, 'measured'), 'measured',
    facts([label(setting, 'readings'), words.counts(proved.counts)], [label(setting, 'gateway'), proved.origin]),
    ...proved.charts.map((chart, i) => chartFigure(chart, i, setting)),
    proved.charts.length > 0 ? el('p', { class: 'small' }, label(setting, 'chartMarks')) : null,
    proved.notDrawn > 0 ? el('p', {}, `${label(setting, 'notDrawn')}${words.colon}${proved.notDrawn}`) : null,
    recomputed);
}

function time(proved: ProvedReport, setting: Setting): HTMLElement {
  const { words, times } = setting, drawing = intervalDrawing(proved, setting), bounds = [proved.notBefore, proved.notAfter].filter(bound => bound !== null).length;
  if (drawing === null)
    return section(label(setting, 'provedTime'), 'time', el('p', {}, label(setting, 'noTime')));
  const note = [label(setting, bounds === 2 ? 'departmentsTimes' : 'oneTime'), ...(proved.notAfter === null ? [] : [label(setting, 'wholeSeconds')])];
  return section(label(setting, 'provedTime'), 'time', el('figure', {}, drawing,
    el('figcaption', {}, el('p', { class: 'lead' }, `${capital(existed(proved, words, times))}${words.stop}`), el('p', { class: 'small' }, note.join(words.tag === 'en' ? ' ' : '')))));
}

function gaps({ gaps: rows, gapCount }: ProvedReport, setting: Setting): HTMLElement | null {
  if (gapCount === 0)
    return null;
  const rest = gapCount - rows.length;
  return section(label(setting, 'gapsTitle'), 'gaps', el('ul', {}, ...rows.map(gap => el('li', {}, cut([capital(gapText(gap, setting.words, setting.times)), ...(gap.detail === '' ? [] : [setting.words.verbatim(gap.detail)])].join(setting.words.semicolon))))),
    rest > 0 ? el('p', {}, `${grouped(rest)} ${label(setting, 'omitted')}`) : null);
}

function others({ otherRows, moreOthers }: ProvedReport, setting: Setting): HTMLElement | null {
  const { words, times } = setting;
  if (otherRows.length === 0)
    return null;
  return section(label(setting, 'otherEntries'), 'others', el('ul', {}, ...otherRows.map(({ index, kind, wall, names, text }) => el('li', {}, cut([
    `${words.entries([index], 0)}${words.colon}${words.kinds[kind] ?? words.unknownKind(kind)}`, ...(wall === null ? [] : [`${times.device(wall.seconds)} ${times.zone}`]),
    ...names, text && words.verbatim(text)].filter(part => part !== '').join(words.semicolon))))),
    moreOthers > 0 ? el('p', {}, `${grouped(moreOthers)} ${label(setting, 'omitted')}`) : null);
}

function acceptance(proved: ProvedReport, trust: TrustReport, setting: Setting): HTMLElement {
  const { words, times } = setting, when = new Map(proved.acceptedBy.map(each => [each.department, each.time])), silent = trust.departments.filter(name => !when.has(name));
  const rows = [...proved.acceptedBy.map(each => [shown(shownName(each.department)), times.second(each.time)]),
    ...silent.slice(0, 200).map(name => [shown(shownName(name)), label(setting, 'silent')])];
  return section(label(setting, 'acceptedBy'), 'accepted',
    table('departments', words.accepted(proved.acceptedBy.length, trust.departments.length, trust.quorumSize), [label(setting, 'department'), `${label(setting, 'when')} (${times.zone})`], rows),
    facts(
      [label(setting, 'checkpoint'), shown(words.checkpoint(proved.origin, proved.size))],
      [label(setting, 'root'), hash(proved.root, setting)],
      [label(setting, 'cityBlock'), words.block(proved.blockSize, proved.blockSignedBy === null ? null : times.second(proved.blockSignedBy), times.zone)],
      [label(setting, 'blockHash'), hash(proved.blockHash, setting)]));
}

const cut = (text: string): string => shown(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)} …` : text);

function conditions(proved: ProvedReport, setting: Setting): HTMLElement | null {
  if (countOf(proved) === 0 || (proved.conditions.length === 0 && proved.software.length === 0))
    return null;
  const { words } = setting;
  return section(label(setting, 'conditions'), 'conditions',
    facts([label(setting, 'software'), cut(proved.software.join(words.comma))]),
    ...proved.conditions.map(each => el('div', { class: 'card' }, el('h3', {}, `${label(setting, 'channel')} ${shown(shownName(each.channel))}`), facts(...conditionRows(each, setting)))),
    proved.moreConditions > 0 ? el('p', {}, `${grouped(proved.moreConditions)} ${label(setting, 'omitted')}`) : null);
}

function conditionRows({ configuration, calibration }: ConditionsReport, setting: Setting): [string, ...(string | Node)[]][] {
  const { words } = setting, names = [label(setting, 'configuration'), label(setting, 'calibration')] as const;
  const hidden = (hex: string): HTMLElement => el('span', {}, `${label(setting, 'hidden')} `, hash(hex, setting));
  const inputs = inputsOf(configuration !== null && 'definition' in configuration ? configuration.definition : '', words, name => shown(shownName(name)));
  return [
    configuration === null ? [names[0], label(setting, 'noConfiguration')] : 'hidden' in configuration ? [names[0], hidden(configuration.hidden)]
      : [names[0], cut(definitionText(configuration.definition, words)), `${label(setting, 'by')} ${cut(configuration.who)}`, el('span', {}, `${label(setting, 'configurationFile')} `, hash(configuration.file, setting))],
    ...inputs.definitions.map((each): [string, string] => [label(setting, 'input'), cut(each)]),
    calibration === null ? [names[1], ...(inputs.isComputed ? [] : [label(setting, 'noCalibration')]), ...inputs.calibrations.map(cut)] : 'hidden' in calibration ? [names[1], hidden(calibration.hidden), ...inputs.calibrations.map(cut)]
      : [names[1], cut([calibration.date, ...(calibration.certificate ? [`${label(setting, 'certificate')} ${calibration.certificate}`] : []), `${label(setting, 'by')} ${calibration.who}`].join(words.semicolon)),
        cut(definitionText(calibration.coefficients, words)), ...inputs.calibrations.map(cut)],
  ];
}

/** All of them as far as they are shown; null of one, of which everything stands above. */
export function readings(proved: ProvedReport, setting: Setting): HTMLElement | null {
  const count = countOf(proved), { words, times } = setting;
  if (count < 2)
    return null;
  const heads = ['entry', 'channel', 'value', 'unit', 'raw', 'quality'] as const;
  const cells = (row: ReadingRow): string[] => [grouped(row.index), shown(row.channel), row.value === null ? label(setting, 'noValue') : valueOf(row.value, row, words), unitText(row.unit),
    row.raw === null ? '-' : `${row.raw}`, qualityAndMeaning(row, words), deviceText(row, setting)];
  const rows = [...proved.firstRows.map(cells), ...(proved.lastRows.length > 0 ? [['…', '', '', '', '', '', `${grouped(count - proved.firstRows.length - proved.lastRows.length)} ${label(setting, 'omitted')}`]] : []),
    ...proved.lastRows.map(cells)];
  return section(label(setting, 'readings'), 'readings',
    ...folded(table('readings', words.rows(proved.firstRows.length + proved.lastRows.length, count), [...heads.map(head => label(setting, head)), `${label(setting, 'clock')} (${times.zone})`], rows, [0, 2, 4]), proved.firstRows.length + proved.lastRows.length, setting));
}
