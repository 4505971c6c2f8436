import { acknowledge, seeToDamage } from './acts.ts';
import { el } from './element.ts';
import type { Setting, View } from './setting.ts';

/** What needs a person, the most urgent first, and what to do about it. */
export function needs(setting: Setting): View {
  const { words, model, times } = setting;
  const list = el('ol');
  const root = el('section', { class: 'needs', hidden: '' }, el('h2', {}, words.needsTitle), list);
  let shown = '';
  return {
    root,
    show() {
      const said = model.said[words.language]?.needs ?? [];
      const now = JSON.stringify([said, model.session?.role, Object.values(model.status?.alarms_open ?? {}).map(a => a.acknowledged_by)]);
      root.hidden = said.length === 0;
      // What somebody writes there is not taken from under their hands.
      if (now === shown || root.contains(document.activeElement?.closest('form') ?? null))
        return;
      shown = now;
      list.replaceChildren(...said.map(({ need, advice, items }) => el('li', { 'data-need': need }, el('p', {}, times.sentence(advice)),
        items.length > 0 && el('ul', {}, ...items.map(item => el('li', {}, times.sentence(item)))),
        need === 'alarms_open' && acknowledge(setting), need === 'store_damaged' && seeToDamage(setting))));
    },
  };
}
