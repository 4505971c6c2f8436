import { button, el } from './element.ts';
import type { Words } from '../words/words.ts';

const HASH = /\b[0-9a-f]{64}\b/g;
const SHOWN = 8;

/** A text of the log for people: hashes short, whole on request and copyable; what is JSON as names and values. */
export function rich(text: string, words: Words): Node[] {
  const { before, settings } = apart(text);
  return [...hashes(before, words), ...(settings.length === 0 ? [] : [el('details', {}, el('summary', {}, words.events.settings), el('dl', { class: 'settings' }, ...settings.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, ...hashes(value, words))))))])];
}

function hashes(text: string, words: Words): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const { 0: hash, index } of text.matchAll(HASH)) {
    nodes.push(document.createTextNode(text.slice(end, index)), shortened(hash, words));
    end = index + hash.length;
  }
  return [...nodes, document.createTextNode(text.slice(end))];
}

function shortened(hash: string, words: Words): HTMLElement {
  const short = `${hash.slice(0, SHOWN)}…`;
  const made = button(short, () => {
    made.textContent = made.textContent === short ? hash : short;
    // Only where the page came over TLS or from the board itself does a browser let it copy; the whole can be marked everywhere.
    void navigator.clipboard?.writeText(hash).catch(() => null);
  }, { class: 'hash', title: hash, 'aria-label': words.hash(short) });
  return made;
}

/** What stands before an object of JSON at the end, and its values by their names. */
function apart(text: string): { before: string; settings: [string, string][] } {
  const at = text.indexOf('{');
  if (at < 0 || !text.endsWith('}'))
    return { before: text, settings: [] };
  try {
    return { before: text.slice(0, at).trim(), settings: flat(JSON.parse(text.slice(at)) as object, '') };
  } catch {
    return { before: text, settings: [] };
  }
}

const flat = (value: object, above: string): [string, string][] => Object.entries(value).flatMap(([name, inner]): [string, string][] =>
  typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? flat(inner as object, `${above}${name}.`) : [[above + name, Array.isArray(inner) ? inner.map(each => (typeof each === 'object' ? JSON.stringify(each) : `${each}`)).join(', ') : `${inner}`]]);
