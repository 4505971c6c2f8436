import { Refused, tell } from '../wire/ask.ts';
import type { Session } from '../wire/forms.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';
import { button, el, say } from './element.ts';

/** Asks for name and password; done with who it is. */
export function showLogin(words: Words, done: (session: Session) => void): void {
  const text = words.login;
  const [name, password] = [el('input', { name: 'name', autocomplete: 'username', required: '', maxlength: '64' }), el('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: '', maxlength: '200' })];
  const status = el('p', { role: 'alert' });
  const form = el('form', {}, el('label', {}, text.name, name), el('label', {}, text.password, password), status,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'first' }, text.enter), button(text.cancel, () => dialog.close())));
  const dialog = openDialog('login', text.title, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    say(status, '');
    tell('login', { name: name.value.trim(), password: password.value }, null).then(async answer => {
      done(await answer.json() as Session);
      dialog.close();
    }).catch((e: unknown) => {
      say(status, e instanceof Refused && (e.status === 401 || e.status === 400) ? text.wrong : e instanceof Refused && e.status === 429 ? text.tooMany(e.after ?? 1) : text.failed);
      password.select();
    });
  });
}
