import { button } from './element.ts';
import type { Setting } from './setting.ts';

/** Rows that are seen at once. The style sheet knows it too; in print all are there. */
const SEEN = 20;

/** A table, and, where it is long, the button that unfolds it. */
export function folded(table: HTMLElement, rows: number, setting: Setting): HTMLElement[] {
  if (rows <= SEEN)
    return [table];
  table.toggleAttribute('data-folded', true);
  const all = button(setting.words.showAll(rows), () => {
    table.removeAttribute('data-folded');
    table.focus({ preventScroll: true });
    all.remove();
  }, { class: 'screen', id: 'unfold' });
  return [table, all];
}
