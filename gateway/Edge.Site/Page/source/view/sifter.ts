import { el } from './element.ts';
import type { Setting } from './setting.ts';

type Wish = 'kind' | 'channel';

/** Of which kind and which channel events are wished for: chosen here, and kept in the page's address. */
export function sifter({ words, model }: Setting, changed: () => void): { readonly root: HTMLElement; wished(): Partial<Record<Wish, string>> } {
  const kept = new URLSearchParams(location.search);
  const choice = (wish: Wish, label: string, all: string, options: readonly (readonly [value: string, text: string])[]): [HTMLElement, HTMLSelectElement] => {
    const select = el('select', { name: wish }, el('option', { value: '' }, all), ...options.map(([value, text]) => el('option', { value, ...(kept.get(wish) === value ? { selected: '' } : {}) }, text)));
    select.addEventListener('change', () => {
      keep(wish, select.value);
      changed();
    });
    return [el('label', {}, label, select), select];
  };
  const [kindLabel, kind] = choice('kind', words.events.kind, words.events.anyKind, Object.entries(words.events.kinds));
  const [channelLabel, channel] = choice('channel', words.events.channel, words.events.everything, model.channels.map(c => [c.name, c.name] as const));
  return {
    root: el('div', { class: 'sifter' }, kindLabel, channelLabel),
    wished: () => ({ ...(kind.value === '' ? {} : { kind: kind.value }), ...(channel.value === '' ? {} : { channel: channel.value }) }),
  };
}

function keep(wish: Wish, value: string): void {
  const address = new URL(location.href);
  if (value === '')
    address.searchParams.delete(wish);
  else
    address.searchParams.set(wish, value);
  history.replaceState(null, '', address);
}
