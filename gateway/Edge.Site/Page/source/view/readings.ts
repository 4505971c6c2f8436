import { now } from '../model/model.ts';
import { askJson, query } from '../wire/ask.ts';
import type { Channel, Item, Page } from '../wire/forms.ts';
import { sentence, valueText } from '../words/figures.ts';
import { button, el, say } from './element.ts';
import { fieldOf, type Setting } from './setting.ts';

const COUNT = 10;
const GAPS = 5;
const QUALITIES = { good: 0, uncertain: 1, bad: 2 } as const;

/** A channel's newest readings, and its newest gaps below, as they were when it was opened or refreshed; each leads to its proof. */
export function newestReadings(channel: Channel, setting: Setting): HTMLElement {
  const { words, model, times } = setting;
  const [asOf, place] = [el('span'), el('div', { 'aria-live': 'polite' })];
  const root = el('details', { class: 'readings' }, el('summary', {}, words.details), el('p', { class: 'asof' }, asOf, button(words.readings.refresh, () => look())), place);
  root.addEventListener('toggle', () => root.open && look());
  return root;

  function look(): void {
    const at = new Date(now(model)), day = times.day(at);
    say(asOf, words.readings.asking);
    Promise.all([askJson<Page>(`readings?${query({ channel: channel.name, limit: COUNT })}`), askJson<Page>(`events?${query({ channel: channel.name, kind: 'gap', limit: GAPS })}`)]).then(
      ([readings, gaps]) => {
        say(asOf, words.readings.asOf(times.moment(at)));
        place.replaceChildren(...shown(channel, readings.items, gaps.items, day, setting));
      }, () => {
        say(asOf, '');
        place.replaceChildren(words.events.failed);
      });
  }
}

function shown(channel: Channel, readings: readonly Item[], gaps: readonly Item[], day: string, setting: Setting): (Node | string)[] {
  const { readings: text, chart } = setting.words, seen = new Set(readings.map(r => r.index)), older = gaps.filter(g => !seen.has(g.index));
  const time = clockOf(readings, setting);
  return [
    readings.length > 0 ? table(readings.map(item => (item.kind === 'gap' ? gap(item, day, setting) : reading(channel, item, day, time, setting))), setting) : text.none,
    ...(older.length > 0 ? [el('h5', {}, text.gaps), table(older.map(item => gap(item, day, setting)), setting)] : [el('p', { class: 'small' }, seen.size > 0 && gaps.length === 0 ? text.noGaps : chart.gaps(gaps.length))]),
  ];
}

/** To the second, or with tenths where two rows would say the same. */
function clockOf(readings: readonly Item[], { times }: Setting): (at: Date) => string {
  const seconds = readings.flatMap(r => (r.at == null ? [] : [times.moment(new Date(r.at))]));
  return new Set(seconds).size < seconds.length ? at => times.tenths(at) : at => times.clock(at);
}

function table(rows: HTMLElement[], { words: { readings: { time, value, quality, proof } } }: Setting): HTMLElement {
  return el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, time), el('th', { scope: 'col', class: 'n' }, value), el('th', { scope: 'col' }, quality), el('th', { scope: 'col' }, proof))), el('tbody', {}, ...rows));
}

function reading(channel: Channel, item: Item, day: string, clock: (at: Date) => string, setting: Setting): HTMLElement {
  const { words, model, times } = setting, field = fieldOf(setting);
  const at = item.at == null ? words.events.noTime : times.beside(new Date(item.at), day, clock);
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
