import { askFile, query, Refused, save } from '../wire/ask.ts';
import { openDialog } from './dialog.ts';
import { button, el, say } from './element.ts';
import { isHeld, newestProved } from './evidence.ts';
import { refusal } from './proof.ts';
import type { Setting, Stretch } from './setting.ts';

/** Asks from when to when, and whether nothing may be left out, and saves the evidence file of it. What is proposed ends where the channel's proved readings do. */
export function showRange(stretch: Stretch, { words, times, model }: Setting): void {
  const text = words.range;
  const field = (name: string): HTMLInputElement => el('input', { name, type: 'datetime-local', step: '1', required: '' });
  const [from, to] = [field('from'), field('to')];
  const whole = el('input', { name: 'complete', type: 'checkbox', checked: '' });
  const [upTo, status] = [el('p', { class: 'small' }), el('p', { role: 'status' })];
  const form = el('form', {}, el('label', {}, text.from, from), el('label', {}, text.to, to), upTo, el('label', { class: 'tick' }, whole, text.complete), el('p', { class: 'small' }, text.about(times.zone(new Date(stretch.to)))), status,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'first' }, words.proving.download), button(words.proving.close, () => dialog.close())));
  const dialog = openDialog('range', text.title(stretch.channel), form);
  let isTheirs = false;
  propose(stretch.from, Math.ceil(stretch.to / 1000) * 1000);
  const proposed = end();
  form.addEventListener('input', () => isTheirs = true);
  form.addEventListener('submit', event => {
    event.preventDefault();
    say(status, words.proving.asking);
    void proposed.then(give);
  });

  function propose(begin: number, end: number): void {
    [from.value, to.value] = [begin, end].map(at => times.field(new Date(at))) as [string, string];
  }

  /** The whole second before the newest proved reading: what is later may not be proved yet. A stretch that lies behind it is moved. */
  async function end(): Promise<void> {
    const proved = isHeld({}, model) ? await newestProved({ name: '', channel: stretch.channel }).catch(() => null) : null;
    if (proved === null)
      return;
    say(upTo, text.upTo(times.moment(new Date(proved))));
    const last = Math.floor(proved / 1000) * 1000;
    if (!isTheirs && last < stretch.to)
      propose(last > stretch.from ? stretch.from : last - (stretch.to - stretch.from), last);
  }

  function give(): void {
    const [begin, end] = [times.read(from.value), times.read(to.value)];
    if (begin === null || end === null || begin > end) {
      say(status, text.swapped);
      return;
    }
    askFile(`evidence?${query({ channel: stretch.channel, from: begin / 1000, to: end / 1000, complete: whole.checked ? 'true' : undefined })}`).then(file => {
      save(file);
      say(status, text.saved(file.name));
    }, (e: unknown) => say(status, e instanceof Refused && e.type === 'too-much' ? text.tooMuch : e instanceof Refused && e.type === 'not-anchored' ? text.notAnchored : refusal(e, words)));
  }
}
