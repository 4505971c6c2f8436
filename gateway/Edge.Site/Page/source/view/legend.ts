import type { Words } from '../words/words.ts';
import { el, svg } from './element.ts';

/** What the marks in the charts mean. */
export function legend({ chart: { legend: words } }: Words): HTMLElement {
  const sample = (...parts: SVGElement[]): SVGElement => svg('svg', { viewBox: '0 0 28 16', class: 'sample', 'aria-hidden': 'true' }, ...parts);
  const entry = (picture: SVGElement, text: string): HTMLElement => el('span', {}, picture, text);
  return el('p', { class: 'legend' },
    entry(sample(svg('rect', { class: 'band', x: 0, y: 3, width: 28, height: 10 }), svg('path', { class: 'line', d: 'M0 9l9-3 9 4 10-4' })), words.band),
    entry(sample(svg('path', { class: 'doubt', d: 'M0 16L16 0M8 16L24 0M16 16L28 4' })), words.doubt),
    entry(sample(svg('rect', { class: 'bad', x: 2, y: 10, width: 24, height: 6 })), words.bad),
    entry(sample(svg('path', { class: 'gap', d: 'M.5.5h27v15H.5zM.5.5l27 15M27.5.5L.5 15.5' })), words.gap),
    entry(sample(svg('path', { class: 'notch', d: 'M9 1h10l-5 8z' })), words.notch),
    entry(sample(svg('path', { class: 'limit', d: 'M0 8h28' })), words.limit));
}
