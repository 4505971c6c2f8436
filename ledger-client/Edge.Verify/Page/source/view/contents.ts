import type { Desk } from '../desk/desk.ts';
import { worstFirst } from '../desk/order.ts';
import { reason } from '../words/sentence.ts';
import { shown } from '../words/shown.ts';
import { capital } from '../words/figures.ts';
import { el } from './element.ts';
import { grouped, table } from './parts.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { tally } from './summary.ts';
import { outcomeWord } from './verdict.ts';

/** The first sheet of a case file: what all files came to, whichever one's report follows. */
export function contents(desk: Desk, setting: Setting): HTMLElement {
  const { words } = setting, { selected } = desk;
  const rows = worstFirst(desk.sheets).map(({ source, report }) => {
    const why = report && reason(report, words);
    return [shown(source.name), [el('strong', {}, capital(report === null ? label(setting, 'unchecked') : outcomeWord(report.outcome, setting))), ...(why ? [el('p', {}, why)] : [])],
      report?.file.sha256 ? el('code', {}, grouped(report.file.sha256)) : '-'];
  });
  return el('section', { class: 'casefile' }, el('h2', {}, tally(desk, setting)),
    table('contents', words.files(desk.sheets.length), [label(setting, 'file'), label(setting, 'result'), label(setting, 'sha256')], rows),
    selected?.report ? el('p', {}, words.reportFollows(shown(selected.source.name))) : '');
}
