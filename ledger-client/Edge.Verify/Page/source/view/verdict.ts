import type { Outcome } from '../report/report.ts';
import type { Labels } from '../words/labels.ts';
import { capital } from '../words/figures.ts';
import { el, svg } from './element.ts';
import { stamp } from './stamp.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

const LONG = 260;

/** What an outcome is called, and its sign, which is told apart by its shape. */
const SIGNS: Record<Outcome, { label: Labels; path: string }> = {
  valid: { label: 'valid', path: 'M10 26l10 10 20-24' },
  valid_but: { label: 'validBut', path: 'M10 22l8 8 14-18M34 32v8M34 44v1' },
  invalid: { label: 'invalid', path: 'M12 12l24 24M36 12L12 36' },
  proved: { label: 'accusationProved', path: 'M24 6v26M24 40v3M8 44h32' },
  not_proved: { label: 'accusationNotProved', path: 'M10 24h28' },
  not_checked: { label: 'notChecked', path: 'M17 17a7 7 0 1 1 9 7c-2 1-2 3-2 6M24 39v2' },
};

export const outcomeWord = (outcome: Outcome, setting: Setting): string => label(setting, SIGNS[outcome].label);

export function mark(outcome: Outcome): SVGElement {
  const frame = outcome === 'invalid' ? svg('rect', { x: 3, y: 3, width: 42, height: 42 }) : svg('circle', { cx: 24, cy: 24, r: 21 });
  return svg('svg', { class: 'mark', viewBox: '0 0 48 48', 'aria-hidden': 'true' }, frame, svg('path', { d: SIGNS[outcome].path }));
}

/** A verdict. @param digest of the file; may be empty @param isAlone whether it fills the screen; else it is that of one of several files */
export function verdict(outcome: Outcome, sentence: string, kicker: string, digest: string, isAlone: boolean, setting: Setting): HTMLElement {
  return el('header', { class: `verdict ${outcome}${isAlone ? '' : ' one'}`, 'data-outcome': outcome },
    mark(outcome),
    el('div', {}, el('p', { class: 'kicker' }, `${kicker}${setting.words.colon}${capital(outcomeWord(outcome, setting))}`),
      el(isAlone ? 'h1' : 'h2', { class: `sentence ${sentence.length > LONG ? 'long' : 'short'}`, id: 'report', tabindex: '-1' }, sentence)),
    digest !== '' && stamp(digest, label(setting, 'digest')));
}
