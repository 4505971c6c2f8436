type Child = Node | string | null | false;

/** An element with its attributes and what is in it. Text is only ever text. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Record<string, string | number> = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement, attributes, children);
}

function fill<T extends Element>(element: T, attributes: Record<string, string | number>, children: Child[]): T {
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, `${value}`);
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

export function button(text: string, pressed: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', pressed);
  return made;
}

/** Sets a text only when it is another: a screen reader then hears what changes, and nothing else. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text)
    element.textContent = text;
}

/** Says a state to the style sheet. */
export function mark(element: HTMLElement, name: string, state: string): void {
  if (element.dataset[name] !== state)
    element.dataset[name] = state;
}

const SHAPES = {
  good: 'M4 12l5 6 11-13', notice: 'M12 4v10m0 5v.5', bad: 'M5 5l14 14M19 5L5 19', plain: 'M5 12h.5m6.5 0h.5m6.5 0h.5', doubt: 'M8 8a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.3-1.5 2.3v.5m0 4v.5', still: 'M8 5v14M16 5v14',
} as const;
export type Tone = keyof typeof SHAPES;

/** A sign that says by its shape what its colour says. */
export const sign = (tone: Tone): SVGElement => svg('svg', { class: 'sign', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: SHAPES[tone] }));
