import type { Channel } from '../wire/forms.ts';
import { card } from './card.ts';
import { el } from './element.ts';
import { legend } from './legend.ts';
import type { Setting, View } from './setting.ts';

/** Every channel, by what it is of, in the configuration's order. */
export function channels(setting: Setting): View & { trend(channel: string): void } {
  const { words, model } = setting;
  const cards = model.channels.map((channel, place) => card(channel, place, setting));
  const domains = [...new Set(model.channels.map(c => c.domain))];
  const heading = (domain: string): string => words.domains[domain] ?? domain;
  const of = (domain: string): HTMLElement[] => cards.filter((_, i) => model.channels[i]!.domain === domain).map(c => c.root);
  const groups = domains.map(domain => el('div', { class: 'group' }, domains.length > 1 && el('h3', {}, heading(domain)), el('div', { class: 'cards' }, ...of(domain))));
  const root = el('section', { class: 'channels' }, el('h2', {}, words.channelsTitle), ...(cards.length > 0 ? [legend(words), ...groups] : [el('p', { class: 'empty' }, words.noChannels)]));
  const seen = new IntersectionObserver(changes => {
    for (const { target, isIntersecting } of changes)
      cards.find(c => c.root === target)?.seen(isIntersecting);
  }, { rootMargin: '200px' });
  cards.forEach(c => seen.observe(c.root));
  return {
    root,
    show: () => cards.forEach(c => c.show()),
    trend: (name: string) => cards.filter((_, i) => (model.channels[i] as Channel).name === name).forEach(c => c.trend()),
  };
}
