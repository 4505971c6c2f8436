import { encodeQR } from 'qr';
import { el, svg } from './element.ts';
import { grouped } from './parts.ts';

/** The last code that was made: a screen is drawn many times, of one file. */
let latest = { text: '', size: 0, path: '' };

/** In print, the file's digest for eyes and for cameras. @param hex SHA-256 @param name what it is */
export function stamp(hex: string, name: string): HTMLElement {
  const text = `sha256:${hex}`;
  latest = latest.text === text ? latest : { text, ...drawn(text) };
  return el('div', { class: 'stamp' }, svg('svg', { class: 'qr', viewBox: `0 0 ${latest.size} ${latest.size}`, role: 'img', 'aria-label': name, 'shape-rendering': 'crispEdges' },
    svg('path', { fill: '#fff', d: `M0 0h${latest.size}v${latest.size}H0z` }), svg('path', { fill: '#000', d: latest.path })),
  el('p', {}, name, el('code', {}, grouped(hex))));
}

/** ISO/IEC 18004, error correction M, with the quiet zone of four modules. */
function drawn(text: string): { size: number; path: string } {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  return { size: modules.length, path: modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
}
