import { askJson, query } from '../wire/ask.ts';
import type { Channel, Item, Page } from '../wire/forms.ts';
import { valueText } from '../words/figures.ts';
import { moment } from '../words/times.ts';
import { button, el } from './element.ts';
import { fieldOf, type Setting } from './setting.ts';

const COUNT = 10;
const QUALITIES = { good: 0, uncertain: 1, bad: 2 } as const;

/** A channel's newest readings and gaps as a table, asked for when it is opened; each leads to its proof. */
export function newestReadings(channel: Channel, setting: Setting): HTMLElement {
  const { words } = setting;
  const place = el('div', { 'aria-live': 'polite' });
  const root = el('details', { class: 'readings' }, el('summary', {}, words.details), place);
  root.addEventListener('toggle', () => {
    if (!root.open)
      return;
    place.replaceChildren(words.readings.asking);
    askJson<Page>(`readings?${query({ channel: channel.name, limit: COUNT })}`).then(
      page => place.replaceChildren(page.items.length > 0 ? table(channel, page, setting) : words.readings.none),
      () => place.replaceChildren(words.events.failed));
  });
  return root;
}

function table(channel: Channel, { items }: Page, setting: Setting): HTMLElement {
  const { time, value, quality, proof } = setting.words.readings;
  return el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, time), el('th', { scope: 'col', class: 'n' }, value), el('th', { scope: 'col' }, quality), el('th', { scope: 'col' }, proof))),
    el('tbody', {}, ...items.map(item => row(channel, item, setting))));
}

function row(channel: Channel, item: Item, setting: Setting): HTMLElement {
  const { words, model } = setting, field = fieldOf(setting);
  const at = item.kind === 'gap' ? words.events.span(item.from == null ? null : moment(new Date(item.from)), item.to == null ? null : moment(new Date(item.to))) : item.at == null ? words.events.noTime : moment(new Date(item.at));
  const value = item.kind === 'gap' ? words.events.kinds.gap! : item.value == null ? words.noValue : valueText(item.value, channel, model.status?.channels?.[channel.name]?.contact, field);
  const quality = item.kind === 'gap' ? field?.gaps[item.why ?? ''] ?? '' : item.quality === undefined ? '' : field?.qualities[QUALITIES[item.quality]] ?? item.quality;
  const subject = { name: `${channel.name} ${at}`, index: item.index };
  return el('tr', { 'data-quality': item.quality ?? 'gap' }, el('td', {}, at), el('td', { class: 'n' }, value), el('td', {}, quality),
    el('td', {}, button(words.readings.proof, () => setting.prove(subject), { 'aria-label': words.proofOf(subject.name) })));
}
