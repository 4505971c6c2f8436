import type { Desk } from '../desk/desk.ts';
import { worstFirst } from '../desk/order.ts';
import type { Sheet } from '../desk/pile.ts';
import { capital } from '../words/figures.ts';
import { reason } from '../words/sentence.ts';
import { shown } from '../words/shown.ts';
import { button, el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { mark, outcomeWord } from './verdict.ts';

/** Several files, the worst first, each with its verdict and why it is not simply valid. @param choose the one whose report is to be shown */
export function list(desk: Desk, choose: (sheet: Sheet) => void, setting: Setting): HTMLElement {
  const { selected } = desk, places = new Map(desk.sheets.map((sheet, i) => [sheet, i]));
  const rows = worstFirst(desk.sheets).map(sheet => {
    const { report } = sheet, id = `file-${places.get(sheet)!}`, why = report && reason(report, setting.words);
    const word = report ? capital(outcomeWord(report.outcome, setting)) : desk.checking === sheet ? setting.words.checking('') : '…';
    return el('li', { class: report?.outcome ?? 'waiting', ...(sheet === selected ? { 'aria-current': 'true' } : {}) },
      report ? mark(report.outcome) : el('span', { class: 'mark' }),
      button(shown(sheet.source.name), () => choose(sheet), { id, ...(why ? { 'aria-describedby': `${id}-why` } : {}) }), el('span', { class: 'word' }, word),
      why && el('p', { class: 'reason', id: `${id}-why` }, why));
  });
  return el('nav', { class: 'list screen', 'aria-label': label(setting, 'filesChecked') }, el('ul', {}, ...rows));
}
