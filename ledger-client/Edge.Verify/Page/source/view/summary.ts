import type { Desk } from '../desk/desk.ts';
import { GRAVITY } from '../desk/order.ts';
import type { Outcome } from '../report/report.ts';
import { capital } from '../words/figures.ts';
import { el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { mark, outcomeWord } from './verdict.ts';

export const found = (desk: Desk): Outcome[] => GRAVITY.filter(outcome => desk.sheets.some(sheet => sheet.report?.outcome === outcome));

/** "1 invalid; 2 valid; 3 to be checked": what several files came to; "All 4 files: valid" where they came to the same. */
export function tally(desk: Desk, setting: Setting): string {
  const { words } = setting, count = (outcome: Outcome | undefined): number => desk.sheets.filter(sheet => sheet.report?.outcome === outcome).length;
  const open = count(undefined), outcomes = found(desk);
  if (open === 0 && outcomes.length === 1)
    return words.all(desk.sheets.length, outcomeWord(outcomes[0]!, setting));
  return [...outcomes.map(outcome => words.tally(count(outcome), outcomeWord(outcome, setting))), ...(open > 0 ? [words.tally(open, label(setting, 'unchecked'))] : [])].join(words.semicolon);
}

/** All files at a glance, in the colour, the sign and the word of the worst. */
export function summary(desk: Desk, setting: Setting): HTMLElement {
  const worst = found(desk)[0]!, done = desk.sheets.filter(sheet => sheet.report !== null).length, alike = desk.sheets.filter(sheet => sheet.report?.outcome === worst).length;
  const kicker = alike === desk.sheets.length ? `${label(setting, 'filesChecked')}${setting.words.colon}${capital(outcomeWord(worst, setting))}` : setting.words.ofFiles(alike, desk.sheets.length, outcomeWord(worst, setting));
  return el('header', { class: `verdict summary screen ${worst}`, 'data-worst': worst },
    mark(worst),
    el('div', {}, el('p', { class: 'kicker' }, kicker),
      el('h1', {}, tally(desk, setting)),
      desk.checking !== null && el('progress', { max: `${desk.sheets.length}`, value: `${done}`, 'aria-label': label(setting, 'filesChecked') })));
}
