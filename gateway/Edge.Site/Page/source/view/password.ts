import { Refused, tell } from '../wire/ask.ts';
import { openDialog } from './dialog.ts';
import { button, el, say } from './element.ts';
import type { Setting } from './setting.ts';

const LEAST = 10;

/** Changes one's own password; then every session of the account is over. */
export function showPassword({ words, model }: Setting, done: () => void): void {
  const text = words.password;
  const field = (name: string, autocomplete: string): HTMLInputElement => el('input', { name, type: 'password', autocomplete, required: '', maxlength: '200' });
  const [old, fresh, again] = [field('old', 'current-password'), field('new', 'new-password'), field('again', 'new-password')];
  fresh.minLength = LEAST;
  const status = el('p', { role: 'alert' });
  const name = el('input', { name: 'name', autocomplete: 'username', value: model.session?.name ?? '', readonly: '', hidden: '' });
  const form = el('form', {}, name, el('label', {}, text.old, old), el('label', {}, text.fresh, fresh), el('label', {}, text.again, again), el('p', { class: 'small' }, text.rule), status,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'first' }, text.change), button(words.login.cancel, () => dialog.close())));
  const dialog = openDialog('password', text.title, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (fresh.value !== again.value) {
      say(status, text.differ);
      again.select();
      return;
    }
    say(status, '');
    tell('password', { old: old.value, new: fresh.value }, model.session?.proof ?? null).then(() => {
      dialog.close();
      done();
    }, (e: unknown) => say(status, why(e)));
  });
  const why = (e: unknown): string => !(e instanceof Refused) ? text.failed
    : e.type === 'wrong-login' ? text.wrong : e.status === 400 ? text.rule : e.status === 429 ? words.login.tooMany(e.after ?? 1) : text.failed;
}
