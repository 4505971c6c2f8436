import { button, el, mark, say } from './element.ts';
import type { Setting, View } from './setting.ts';

/** How the page stands to the gateway, unless all is well: what it shows then may be old, and that is said. */
export function notice(setting: Setting): View {
  const { words, model, times } = setting;
  const text = el('p', { role: 'status' });
  const enter = button(words.login.enter, () => setting.login(), { class: 'first', hidden: '' });
  const root = el('div', { class: 'notice' }, text, enter);
  return {
    root,
    show() {
      const { link, lost } = model;
      root.hidden = link === 'live';
      enter.hidden = link !== 'denied';
      mark(root, 'link', link);
      say(text, link === 'live' ? '' : words.links[link] + (lost > 0 && link !== 'denied' ? ` ${words.lastKnown(times.moment(new Date(lost)))}` : ''));
    },
  };
}
