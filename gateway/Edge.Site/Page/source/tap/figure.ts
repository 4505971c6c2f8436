import { el, mark, say, sign, type Tone } from '../view/element.ts';
import { moment } from './moment.ts';
import type { Language } from '../wire/forms.ts';
import type { Figure } from './forms.ts';
import type { TapWords } from './words.ts';

export const number = (value: number, { decimals }: Figure): string => value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A limit has the decimals that it is written with. */
const limit = (value: number | null): string | null => value?.toLocaleString('en-US', { maximumFractionDigits: 9 }) ?? null;

const toneOf = ({ state, within }: Figure): Tone => (within === false ? 'bad' : state === 'doubtful' ? 'doubt' : state !== 'good' ? 'plain' : within === true ? 'good' : 'plain');

/** One figure, large, with its limits and what they say of it, in words and by a sign. */
export function figureView(channel: string): { root: HTMLElement; show(figure: Figure, language: Language, words: TapWords): void } {
  const [name, value, unit, allowed, icon, word, note] = [el('h2'), el('b'), el('span', { class: 'unit' }), el('p', { class: 'allowed' }), el('span', { class: 'icon' }), el('span'), el('p', { class: 'note' })];
  const root = el('article', { class: 'figure', 'data-channel': channel }, name, el('p', { class: 'value' }, value, ' ', unit), allowed, el('p', { class: 'within' }, icon, ' ', word), note);
  return {
    root,
    show(figure, language, words) {
      const { state, low, high, within } = figure, tone = toneOf(figure), has = low !== null || high !== null;
      say(name, figure.name[language]);
      say(value, figure.value === null ? '–' : number(figure.value, figure));
      say(unit, figure.value === null ? '' : figure.unit);
      say(allowed, has ? words.allowed(limit(low), limit(high)) : words.noLimits);
      if (root.dataset.tone !== tone)
        icon.replaceChildren(sign(tone));
      mark(root, 'tone', tone);
      mark(root, 'state', state);
      say(word, within === null ? '' : within ? words.within : low !== null && figure.value! < low ? words.below : words.above);
      icon.hidden = within === null;
      say(note, state === 'good' ? '' : words.states[state](state === 'stale' ? moment(new Date(figure.at!)) : figure.reason?.[language] ?? ''));
    },
  };
}
