import { channelsOf, type Happening } from '../model/happenings.ts';
import type { Item } from '../wire/forms.ts';
import { sentence } from '../words/figures.ts';
import { button, el } from './element.ts';
import { rich } from './rich.ts';
import { fieldOf, type Setting } from './setting.ts';

/** What these are about is the gateway itself, which their kind says. */
const OWN = new Set(['boot', 'clock', 'keyRotation']);

/** An event as a line of its day, or gaps alike as one line that opens. */
export function line(happening: Happening, day: string, setting: Setting): HTMLElement {
  const { items } = happening, [first] = items;
  return items.length === 1 ? single(first!, day, setting) : several(happening, day, setting);
}

function several(happening: Happening, day: string, setting: Setting): HTMLElement {
  const { words } = setting, { items, from, to } = happening, channels = channelsOf(happening);
  const head = words.events.alike(items.length, fieldOf(setting)?.gaps[items[0]!.why ?? ''] ?? items[0]!.why ?? '');
  const only = channels.length === 1 ? channels[0]! : null;
  return el('li', { 'data-kind': 'gap', 'data-count': `${items.length}` }, el('span', { class: 'when' }, span(from, to, day, setting)), el('b', {}, words.events.kinds.gap!),
    el('details', { class: 'text' }, el('summary', {}, `${head}${words.language === 'zh' ? '：' : ': '}${about(channels, setting)}`), el('ol', { class: 'eventlist' }, ...items.map(item => single(item, day, setting)))),
    only !== null && from !== null && to !== null && button(words.range.open, () => setting.proveTime({ channel: only, from: Date.parse(from), to: Date.parse(to) }), { 'aria-label': words.range.title(only), class: 'quiet' }));
}

function single(item: Item, day: string, setting: Setting): HTMLElement {
  const { words, times } = setting, isChinese = words.language === 'zh', isGap = item.kind === 'gap';
  const kind = words.events.kinds[item.kind] ?? item.kind;
  const when = isGap ? span(item.from ?? null, item.to ?? null, day, setting) : item.at == null ? words.events.noTime : times.beside(new Date(item.at), day);
  const subject = isGap ? about(item.channels ?? [], setting) : OWN.has(item.kind) ? '' : (isChinese ? item.subjectZh : undefined) ?? item.subject ?? '';
  const name = `${kind}, ${when}`;
  return el('li', { 'data-kind': item.kind }, el('span', { class: 'when' }, when), el('b', {}, kind),
    el('div', { class: 'text' }, subject !== '' && el('span', { class: 'about' }, subject), ' ', ...rich(times.sentence(textOf(item, day, setting)), words), item.who ? el('span', { class: 'small' }, ` ${words.events.by(item.who)}`) : null),
    button(words.readings.proof, () => setting.prove({ name, index: item.index }), { 'aria-label': words.proofOf(name), class: 'quiet' }));
}

function textOf(item: Item, day: string, setting: Setting): string {
  const { words, times } = setting, text = (words.language === 'zh' ? item.textZh : undefined) ?? item.text ?? '';
  if (item.kind === 'gap')
    return [sentence(fieldOf(setting)?.gaps[item.why ?? ''] ?? item.why ?? ''), text].filter(part => part !== '').join(words.language === 'zh' ? '：' : ': ');
  const at = (time: string | null | undefined): string | null => (time == null ? null : times.beside(new Date(time), day));
  return item.kind === 'clock' ? words.events.clockSet(at(item.before), at(item.after)) : text;
}

const about = (channels: readonly string[], { words }: Setting): string => (channels.length === 0 ? words.events.everything : channels.join(words.language === 'zh' ? '、' : ', '));

function span(from: string | null, to: string | null, day: string, { words, times }: Setting): string {
  const at = (time: string | null): string | null => (time === null ? null : times.beside(new Date(time), day));
  return words.events.span(at(from), at(to));
}
