import type { Words } from '../words/words.ts';
import { el } from './element.ts';

/** The ways on from here. */
export function foot({ foot: words }: Words, hasTap: boolean): HTMLElement {
  return el('footer', {},
    code(words.qr, 'site', { width: '180', height: '180' }),
    ...(hasTap ? [code(words.tap, 'tap?sheet=true', { width: '210', height: '296' }, tapWays(words), words.tapNone)] : []),
    el('p', {}, el('a', { href: '/api/v1/policy' }, words.policy), ' ', el('span', { class: 'small' }, words.policyNote)), el('p', {}, el('a', { href: '/api/v1/openapi.json' }, words.api)));
}

const tapWays = (words: Words['foot']): HTMLElement[] =>
  [el('p', {}, el('a', { href: '/api/v1/qr/tap?sheet=true', download: 'tap.svg' }, words.sheet)), el('p', {}, el('a', { href: '/tap' }, words.tapPage))];

/** A picture that is asked for when it is opened, and what stands below it; or why there is none. */
function code(label: string, path: string, size: Record<string, string>, below: readonly HTMLElement[] = [], none = ''): HTMLElement {
  const root = el('details', {}, el('summary', {}, label));
  root.addEventListener('toggle', () => {
    if (!root.open || root.querySelector('img') !== null)
      return;
    const picture = el('img', { src: `/api/v1/qr/${path}`, alt: label, ...size });
    picture.addEventListener('error', () => root.replaceChildren(root.querySelector('summary')!, el('p', {}, none)));
    root.append(picture, ...below);
  });
  return root;
}
