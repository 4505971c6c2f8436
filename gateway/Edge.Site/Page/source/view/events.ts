import { askJson, query } from '../wire/ask.ts';
import type { Item, Page } from '../wire/forms.ts';
import { sentence } from '../words/figures.ts';
import { moment } from '../words/times.ts';
import { button, el } from './element.ts';
import { fieldOf, type Setting, type View } from './setting.ts';

const COUNT = 12;
const FRESH = 30_000;
/** What these are about is the gateway itself, which their kind says. */
const OWN = new Set(['boot', 'clock', 'keyRotation']);

/** What happened, the newest first; older ones on demand, each with its proof. */
export function events(setting: Setting): View {
  const { words, model } = setting;
  const [list, note] = [el('ol', { class: 'eventlist' }), el('p', { class: 'empty', role: 'status' }, words.events.asking)];
  const older = button(words.events.more, () => void load(next), { hidden: '' });
  const root = el('section', { class: 'events' }, el('h2', {}, words.events.title), list, note, older);
  let next: number | null = null, asked = 0, open = '', isFirstPage = true;

  async function load(cursor: number | null): Promise<void> {
    asked = performance.now();
    try {
      const page = await askJson<Page>(`events?${query({ limit: COUNT, cursor: cursor ?? undefined })}`);
      const rows = page.items.map(item => row(item, setting));
      if (cursor === null)
        list.replaceChildren(...rows);
      else
        list.append(...rows);
      isFirstPage = cursor === null;
      next = page.next;
      older.hidden = next === null;
      note.textContent = list.children.length === 0 && next === null ? words.events.none : '';
    } catch {
      note.textContent = words.events.failed;
    }
  }

  return {
    root,
    show() {
      if (model.status === null)
        return;
      // What begins or ends is an event; anything else may be some seconds old, and who reads older ones is left alone.
      const now = JSON.stringify([model.status.alarms, model.status.needs]);
      if (performance.now() - asked < (now === open ? FRESH : 1000) || (!isFirstPage && now === open) || list.contains(document.activeElement))
        return;
      open = now;
      void load(null);
    },
  };
}

function row(item: Item, setting: Setting): HTMLElement {
  const { words } = setting, isChinese = words.language === 'zh', comma = isChinese ? '、' : ', ';
  const at = (time: string | null | undefined): string | null => (time == null ? null : moment(new Date(time)));
  const isGap = item.kind === 'gap', kind = words.events.kinds[item.kind] ?? item.kind;
  const when = isGap ? words.events.span(at(item.from), at(item.to)) : at(item.at) ?? words.events.noTime;
  const about = OWN.has(item.kind) ? '' : isGap ? (item.channels?.length ? item.channels.join(comma) : words.events.everything) : (isChinese ? item.subjectZh : undefined) ?? item.subject ?? '';
  const text = isGap ? sentence(fieldOf(setting)?.gaps[item.why ?? ''] ?? item.why ?? '') : item.kind === 'configuration' ? '' : (isChinese ? item.textZh : undefined) ?? item.text ?? '';
  const subject = { name: `${kind}, ${when}`, index: item.index };
  return el('li', { 'data-kind': item.kind }, el('b', {}, kind), el('span', { class: 'about' }, about), el('span', { class: 'when' }, when),
    text !== '' && el('span', { class: 'text' }, text), item.who ? el('span', { class: 'small' }, words.events.by(item.who)) : null,
    button(words.readings.proof, () => setting.prove(subject), { 'aria-label': words.proofOf(subject.name), class: 'quiet' }));
}
