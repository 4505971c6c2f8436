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
