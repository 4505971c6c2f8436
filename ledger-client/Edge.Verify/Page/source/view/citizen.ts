import type { Desk } from '../desk/desk.ts';
import type { Sheet } from '../desk/pile.ts';
import type { ProvedReport, TrustReport } from '../report/report.ts';
import { withUnit } from '../words/figures.ts';
import { quality, reason, valueOf } from '../words/sentence.ts';
import { shown, shownName } from '../words/shown.ts';
import { el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { found } from './summary.ts';
import { mark } from './verdict.ts';

/** For whoever stands at a tap, whose page handed over the files: each figure in a line, whether it is proved, and who has it on record. */
export function citizen(desk: Desk, trust: TrustReport, setting: Setting): HTMLElement {
  const { words } = setting, { sheets } = desk, worst = found(desk)[0]!, done = sheets.filter(sheet => sheet.report !== null).length;
  const proved = sheets.map(({ report }) => report?.proved ?? null).filter(each => each !== null), isOne = new Set(proved.map(namesOf)).size === 1;
  return el('header', { class: `verdict summary figures ${worst}`, 'data-worst': worst },
    mark(worst),
    el('div', {}, el('p', { class: 'kicker' }, label(setting, 'checkedHere')),
      el('h1', {}, done < sheets.length ? words.checking('') : words.figuresProved(proved.length, sheets.length)),
      done < sheets.length && el('progress', { max: `${sheets.length}`, value: `${done}`, 'aria-label': label(setting, 'filesChecked') }),
      el('ul', {}, ...sheets.map(sheet => figure(sheet, !isOne && sheet.report?.proved ? onRecord([sheet.report.proved], trust, setting) : null, setting))),
      isOne && el('p', {}, onRecord(proved, trust, setting))));
}

/** "Acidity (pH): pH 7.21, proved"; below it when it was measured, or why nothing is proved. */
function figure({ source, report }: Sheet, record: string | null, setting: Setting): HTMLElement {
  const { words } = setting, name = shown(source.name.replace(/\.edge$/, '')), why = report && reason(report, words);
  const said = report === null ? label(setting, 'unchecked') : report.proved ? `${valueText(report.proved, setting)}${words.clause}${label(setting, 'isProved')}` : label(setting, report.outcome === 'not_checked' ? 'notChecked' : 'isNotProved');
  return el('li', { class: report?.outcome ?? 'waiting' }, el('p', { class: 'lead' }, `${name}${words.colon}${said}`),
    ...[report?.proved ? measured(report.proved, setting) : null, why && `${why}${words.stop}`, record].filter(note => note).map(note => el('p', { class: 'small' }, note)));
}

function valueText({ counts, firstRows: [row] }: ProvedReport, { words }: Setting): string {
  if (row === undefined || counts.good + counts.uncertain + counts.bad > 1)
    return words.counts(counts);
  const doubt = row.quality === 0 && row.reason === 0 ? '' : ` (${quality(row, words)})`;
  return shown(`${row.value === null ? words.labels.noValue : withUnit(valueOf(row.value, row, words), row.unit)}${doubt}`);
}

function measured({ firstRows: [row] }: ProvedReport, { words, times }: Setting): string | null {
  const wall = row?.recomputed ?? row?.wall;
  return wall ? words.measuredAt(times.second(Math.floor(wall.seconds)), times.zone) : null;
}

const namesOf = ({ acceptedBy }: ProvedReport): string => acceptedBy.map(each => each.department).join('\n');

/** @param proved accepted by the same departments: the latest time holds for all */
function onRecord(proved: ProvedReport[], { departments }: TrustReport, { words, times }: Setting): string {
  const latest = proved.map(each => each.notAfter).reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
  return shown(words.onRecord(proved[0]!.acceptedBy.map(each => shownName(each.department)), departments.length, latest === null ? null : times.second(latest), times.zone));
}
