import type { Desk } from '../desk/desk.ts';
import { sentence } from '../words/sentence.ts';
import { shown } from '../words/shown.ts';
import { button, el } from './element.ts';
import type { Setting } from './setting.ts';
import { capital, label } from './setting.ts';
import { mark, outcomeWord } from './verdict.ts';

/** Several files, each with its verdict; the one that is shown below is chosen here. */
export function list(desk: Desk, setting: Setting): HTMLElement {
  const rows = desk.sheets.map((sheet, i) => {
    const { report } = sheet, isChecking = desk.checking === sheet;
    const word = report ? capital(outcomeWord(report.outcome, setting)) : isChecking ? setting.words.checking('') : '…';
    const choose = button(shown(sheet.source.name), () => desk.select(i), { id: `file-${i}`, title: report ? sentence(report, desk.trust, setting.words, setting.times) : '' });
    return el('li', { class: report?.outcome ?? 'waiting', ...(i === desk.selected ? { 'aria-current': 'true' } : {}) },
      report ? mark(report.outcome) : el('span', { class: 'mark' }), choose, el('span', { class: 'word' }, word));
  });
  return el('nav', { class: 'list screen', 'aria-label': label(setting, 'filesChecked') }, el('ul', {}, ...rows));
}
