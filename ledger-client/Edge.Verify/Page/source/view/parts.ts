import { capital } from '../words/figures.ts';
import { button, el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

type Shown = Node | string;

let sections = 0;

export function section(title: string, name: string, ...content: (Shown | null)[]): HTMLElement {
  const id = `part-${++sections}`;
  return el('section', { class: name, 'aria-labelledby': id }, el('h2', { id }, title), ...content);
}

/** Names and what belongs to them; what is null is left out. */
export function facts(...rows: [name: string, ...values: (Shown | null)[]][]): HTMLElement {
  return el('dl', {}, ...rows.filter(([, ...values]) => values.some(value => value !== null && value !== '')).map(([name, ...values]) =>
    el('div', {}, el('dt', {}, capital(name)), ...values.filter(value => value !== null && value !== '').map(value => el('dd', {}, value as Shown)))));
}

/** Hexadecimal digits as people compare them. */
export const grouped = (hex: string): string => hex.match(/.{1,8}/g)!.join(' ');

/** A hash: its first digits, the whole on request, to be copied. In print it is whole. */
export function hash(hex: string, setting: Setting): HTMLElement {
  const copy = button(label(setting, 'copy'), () => {
    void navigator.clipboard?.writeText(hex).then(() => { copy.textContent = label(setting, 'copied'); }, () => { details.open = true; });
  }, { class: 'copy' });
  const details = el('details', { class: 'hash' }, el('summary', {}, el('code', {}, `${hex.slice(0, 16)}…`)), el('code', { class: 'whole' }, grouped(hex)), copy);
  return el('span', {}, details, el('code', { class: 'printed' }, grouped(hex)));
}

export function table(name: string, caption: string, heads: string[], rows: (Shown | Shown[])[][], figures: number[] = []): HTMLElement {
  const kind = (column: number): Record<string, string> => (figures.includes(column) ? { class: 'n' } : {});
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { class: name }, el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', ...kind(i) }, head)))),
      el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map((cell, i) => el('td', { ...kind(i), 'data-head': heads[i]! }, ...[cell].flat())))))));
}
