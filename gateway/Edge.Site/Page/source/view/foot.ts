import type { Words } from '../words/words.ts';
import { el } from './element.ts';

/** The ways on from here. */
export function foot({ foot: words }: Words): HTMLElement {
  const code = el('details', {}, el('summary', {}, words.qr));
  code.addEventListener('toggle', () => {
    if (code.open && code.querySelector('img') === null)
      code.append(el('img', { src: '/api/v1/qr/site', alt: words.qr, width: '180', height: '180' }));
  });
  return el('footer', {}, code, el('p', {}, el('a', { href: '/api/v1/policy' }, words.policy), ' ', el('span', { class: 'small' }, words.policyNote)), el('p', {}, el('a', { href: '/api/v1/openapi.json' }, words.api)));
}
