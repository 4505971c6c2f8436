import { askJson, query } from '../wire/ask.ts';
import type { Channel, Item, Page } from '../wire/forms.ts';
import { sentence, valueText } from '../words/figures.ts';
import { button, el } from './element.ts';
import { fieldOf, type Setting } from './setting.ts';

const COUNT = 10;
const GAPS = 5;
const QUALITIES = { good: 0, uncertain: 1, bad: 2 } as const;

/** A channel's newest readings, and its newest gaps below, asked for when it is opened; each leads to its proof. */
export function newestReadings(channel: Channel, setting: Setting): HTMLElement {
  const { words } = setting;
  const place = el('div', { 'aria-live': 'polite' });
  const root = el('details', { class: 'readings' }, el('summary', {}, words.details), place);
  root.addEventListener('toggle', () => {
    if (!root.open)
      return;
    place.replaceChildren(words.readings.asking);
    Promise.all([askJson<Page>(`readings?${query({ channel: channel.name, limit: COUNT })}`), askJson<Page>(`events?${query({ channel: channel.name, kind: 'gap', limit: GAPS })}`)]).then(
      ([readings, gaps]) => place.replaceChildren(...shown(channel, readings.items, gaps.items, setting)),
      () => place.replaceChildren(words.events.failed));
  });
  return root;
}

function shown(channel: Channel, readings: readonly Item[], gaps: readonly Item[], setting: Setting): (Node | string)[] {
  const { readings: text, chart } = setting.words, seen = new Set(readings.map(r => r.index)), older = gaps.filter(g => !seen.has(g.index));
  const day = dayOf(readings.find(r => r.at != null), setting);
  return [
    readings.length > 0 ? table(readings.map(item => (item.kind === 'gap' ? gap(item, day, setting) : reading(channel, item, day, setting))), day, setting) : text.none,
    ...(older.length > 0 ? [el('h5', {}, text.gaps), table(older.map(item => gap(item, day, setting)), '', setting)] : [el('p', { class: 'small' }, seen.size > 0 && gaps.length === 0 ? text.noGaps : `${chart.legend.gap}: ${gaps.length}`)]),
  ];
}

const dayOf = (item: Item | undefined, { times }: Setting): string => (item?.at == null ? '' : times.day(new Date(item.at)));

function table(rows: HTMLElement[], day: string, { words: { readings: { time, value, quality, proof } } }: Setting): HTMLElement {
  return el('table', {}, day !== '' && el('caption', {}, day),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, time), el('th', { scope: 'col', class: 'n' }, value), el('th', { scope: 'col' }, quality), el('th', { scope: 'col' }, proof))), el('tbody', {}, ...rows));
}

function reading(channel: Channel, item: Item, day: string, setting: Setting): HTMLElement {
  const { words, model, times } = setting, field = fieldOf(setting);
  const at = item.at == null ? words.events.noTime : times.beside(new Date(item.at), day);
  const value = item.value == null ? words.noValue : valueText(item.value, channel, model.status?.channels?.[channel.name]?.contact, field);
  const quality = item.quality === undefined ? '' : field?.qualities[QUALITIES[item.quality]] ?? item.quality;
  return row(item.index, item.quality ?? 'bad', [at, value, quality], `${channel.name} ${at}`, setting);
}

function gap(item: Item, day: string, setting: Setting): HTMLElement {
  const { words, times } = setting, end = (time: string | null | undefined): string | null => (time == null ? null : times.beside(new Date(time), day));
  const when = words.events.span(end(item.from), end(item.to));
  return row(item.index, 'gap', [when, words.events.kinds.gap!, sentence(fieldOf(setting)?.gaps[item.why ?? ''] ?? '')], `${words.events.kinds.gap} ${when}`, setting);
}

function row(index: number, quality: string, [time, value, state]: readonly [string, string, string], name: string, setting: Setting): HTMLElement {
  const { words } = setting;
  return el('tr', { 'data-quality': quality }, el('td', {}, time), el('td', { class: 'n' }, value), el('td', {}, state),
    el('td', {}, button(words.readings.proof, () => setting.prove({ name, index }), { 'aria-label': words.proofOf(name) })));
}
