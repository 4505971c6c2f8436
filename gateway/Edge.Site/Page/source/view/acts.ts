import { Refused, tell } from '../wire/ask.ts';
import { button, el, say } from './element.ts';
import type { Setting } from './setting.ts';

/** What an operator may do about alarms: acknowledge each, with a note that stands in the log. */
export function acknowledge(setting: Setting): HTMLElement | null {
  const { words, model } = setting;
  if (!may(setting, 'operator', 'technician'))
    return null;
  return el('div', { class: 'acts' }, ...Object.keys(model.status?.alarms ?? {}).filter(channel => model.status?.alarms_open?.[channel]?.acknowledged_by === undefined).map(channel =>
    act(setting, words.acts.acknowledgeOf(channel), note => tell('alarms/acknowledge', { channel, note }, model.session?.proof ?? null))));
}

/** What a technician may do about damage. */
export function seeToDamage(setting: Setting): HTMLElement | null {
  const { words, model } = setting;
  return may(setting, 'technician') ? el('div', { class: 'acts' }, act(setting, words.acts.seen, note => tell('damage/seen', { note }, model.session?.proof ?? null))) : null;
}

const may = ({ model }: Setting, ...roles: string[]): boolean => roles.includes(model.session?.role ?? '');

function act({ words }: Setting, label: string, enter: (note: string) => Promise<Response>): HTMLElement {
  const note = el('input', { type: 'text', maxlength: '200', required: '' });
  const outcome = el('p', { class: 'small', role: 'status' });
  const form = el('form', { hidden: '' }, el('label', {}, words.acts.note, note), el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'first' }, words.acts.send), button(words.login.cancel, () => close())));
  const open = button(label, () => {
    form.hidden = !form.hidden;
    note.focus();
  });
  const close = (): void => {
    form.hidden = true;
    note.value = '';
    open.focus();
  };
  form.addEventListener('keydown', event => event.key === 'Escape' && close());
  form.addEventListener('submit', event => {
    event.preventDefault();
    void enter(note.value.trim()).then(() => words.acts.done, (e: unknown) => whyNot(e)).then(text => {
      close();
      say(outcome, text);
    });
  });
  const whyNot = (e: unknown): string => (e instanceof Refused && e.status === 409 ? words.acts.nothingOpen : e instanceof Refused && (e.status === 401 || e.status === 403) ? words.acts.notAllowed : words.acts.failed);
  return el('div', {}, open, form, outcome);
}
