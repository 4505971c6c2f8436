import { happenings } from '../model/happenings.ts';
import { askJson, query } from '../wire/ask.ts';
import type { Item, Page } from '../wire/forms.ts';
import { button, el } from './element.ts';
import { line } from './event.ts';
import { sifter } from './sifter.ts';
import type { Setting, View } from './setting.ts';

/** Of what is asked for at a time much may become one line. */
const COUNT = 60;
const FRESH = 30_000;

/** What happened, the newest first, day by day; of one kind or one channel if wished; older ones on demand, each with its proof. */
export function events(setting: Setting): View {
  const { words, model } = setting;
  const [list, note] = [el('div', { class: 'days' }), el('p', { class: 'empty', role: 'status' }, words.events.asking)];
  const older = button(words.events.more, () => void load(next), { hidden: '' });
  const sieve = sifter(setting, () => void load(null));
  const root = el('section', { class: 'events' }, el('h2', {}, words.events.title), sieve.root, list, note, older);
  let next: number | null = null, asked = 0, open = '', isFirstPage = true, items: Item[] = [], round = 0;

  async function load(cursor: number | null): Promise<void> {
    const mine = ++round;
    asked = performance.now();
    try {
      const page = await askJson<Page>(`events?${query({ ...sieve.wished(), limit: COUNT, cursor: cursor ?? undefined })}`);
      // Somebody wished for something else meanwhile.
      if (mine !== round)
        return;
      items = cursor === null ? [...page.items] : [...items, ...page.items];
      list.replaceChildren(...days(items, setting));
      isFirstPage = cursor === null;
      next = page.next;
      older.hidden = next === null;
      note.textContent = items.length === 0 && next === null ? words.events.none : '';
    } catch {
      note.textContent = words.events.failed;
    }
  }

  return {
    root,
    show() {
      if (model.status === null)
        return;
      // What begins or ends is an event; anything else may be some seconds old, and who reads older ones or has opened one is left alone.
      const now = JSON.stringify([model.status.alarms, model.status.needs]), isRead = !isFirstPage || list.querySelector('details[open]') !== null;
      if (performance.now() - asked < (now === open ? FRESH : 1000) || (isRead && now === open) || list.contains(document.activeElement))
        return;
      open = now;
      void load(null);
    },
  };
}

/** Under the day of each; what has no time stands with what came before it. */
function days(items: readonly Item[], setting: Setting): HTMLElement[] {
  const parts: HTMLElement[] = [];
  let day: string | null = null, list: HTMLElement | null = null;
  for (const happening of happenings(items)) {
    const time = happening.to ?? happening.from, its: string = time === null ? day ?? '' : setting.times.day(new Date(time));
    if (list === null || its !== day) {
      list = el('ol', { class: 'eventlist' });
      parts.push(...(its === '' ? [] : [el('h3', {}, its)]), list);
      day = its;
    }
    list.append(line(happening, its, setting));
  }
  return parts;
}
