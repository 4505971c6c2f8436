import { askFile, query, Refused, save } from '../wire/ask.ts';
import { openDialog } from './dialog.ts';
import { button, el, say } from './element.ts';
import { refusal } from './proof.ts';
import type { Setting, Stretch } from './setting.ts';

/** Asks from when to when, and whether nothing may be left out, and saves the evidence file of it. */
export function showRange(stretch: Stretch, { words, times }: Setting): void {
  const text = words.range;
  const field = (name: string, at: number): HTMLInputElement => el('input', { name, type: 'datetime-local', step: '1', required: '', value: times.field(new Date(at)) });
  const [from, to] = [field('from', Math.floor(stretch.from / 1000) * 1000), field('to', Math.ceil(stretch.to / 1000) * 1000)];
  const whole = el('input', { name: 'complete', type: 'checkbox', checked: '' });
  const status = el('p', { role: 'status' });
  const form = el('form', {}, el('label', {}, text.from, from), el('label', {}, text.to, to), el('label', { class: 'tick' }, whole, text.complete), el('p', { class: 'small' }, text.about(times.zone(new Date(stretch.to)))), status,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'first' }, words.proving.download), button(words.proving.close, () => dialog.close())));
  const dialog = openDialog('range', text.title(stretch.channel), form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const [begin, end] = [times.read(from.value), times.read(to.value)];
    if (begin === null || end === null || begin > end) {
      say(status, text.swapped);
      return;
    }
    say(status, words.proving.asking);
    askFile(`evidence?${query({ channel: stretch.channel, from: begin / 1000, to: end / 1000, complete: whole.checked ? 'true' : undefined })}`).then(file => {
      save(file);
      say(status, text.saved(file.name));
    }, (e: unknown) => say(status, e instanceof Refused && e.type === 'too-much' ? text.tooMuch : e instanceof Refused && e.type === 'not-anchored' ? text.notAnchored : refusal(e, words)));
  });
}
