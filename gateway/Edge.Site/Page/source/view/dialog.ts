import { el } from './element.ts';

let opened = 0;

/** A dialog under a title, shown until it is closed; then it is gone. */
export function openDialog(kind: string, title: string, ...children: (Node | null)[]): HTMLDialogElement {
  const id = `title-${++opened}`;
  const dialog = el('dialog', { class: kind, 'aria-labelledby': id }, el('h2', { id }, title), ...children);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
