import { sentence } from '../words/figures.ts';
import { button, el, say } from './element.ts';
import type { Setting, View } from './setting.ts';

interface Doors {
  speak(): void;
  /** To the other zone. */
  turn(): void;
  password(): void;
  leave(): void;
}

/** A name of parts is broken between them, where it must be. */
function sayName(place: HTMLElement, name: string): void {
  if (place.textContent !== name)
    place.replaceChildren(...name.split(/(?<=\/)/).flatMap((part, i) => (i === 0 ? [part] : [el('wbr'), part])));
}

/** Which gateway this is, the other language, and in a corner who is logged in. */
export function bar(setting: Setting, { speak, turn, leave, password }: Doors): View {
  const { words, model, times } = setting;
  const [name, head, who] = [el('h1'), el('p', { class: 'small' }), el('span', { class: 'who' })];
  const root = el('header', { class: 'bar' }, el('div', {}, name, head),
    el('div', { class: 'corner' }, who, button(words.zone(times.zone(new Date())), turn, { class: 'zone', title: words.otherZone }), button(words.other, speak, { class: 'language', lang: words.language === 'zh' ? 'en' : 'zh-Hans' })));
  let shown = '';
  return {
    root,
    show() {
      sayName(name, model.gateway || words.title);
      document.title = model.gateway === '' ? words.title : `${model.gateway} · ${words.title}`;
      const said = model.said[words.language]?.head ?? '', rest = said.startsWith(model.gateway) ? said.slice(model.gateway.length).replace(/^[，,\s]+/, '') : said;
      say(head, sentence(rest));
      const { session } = model, now = JSON.stringify([session?.name, session?.role, session === null]);
      if (now === shown)
        return;
      shown = now;
      who.replaceChildren(...(session === null ? [] : session.name === null ? [button(words.login.enter, () => setting.login(), { class: 'login quiet' })]
        : [el('span', {}, `${session.name} · ${words.login.roles[session.role ?? ''] ?? ''}`), button(words.password.change, password, { class: 'quiet' }), button(words.login.leave, leave, { class: 'quiet' })]));
    },
  };
}
