import type { DeviceHealth } from '../wire/forms.ts';
import { grouped } from '../words/figures.ts';
import { el } from './element.ts';
import type { Setting, View } from './setting.ts';

/** The figures of "edge status" with their labels: log, buffer, evictions, card, clock and the rest; and how devices and buses are. */
export function details(setting: Setting): View {
  const { words, model, times } = setting;
  const [list, devices] = [el('dl', { class: 'figures' }), el('div', { class: 'devices' })];
  const root = el('section', { class: 'details' }, el('h2', {}, words.figuresTitle), list, el('h3', {}, words.devices.title), devices);
  return {
    root,
    show() {
      root.hidden = model.status === null;
      const figures = model.said[words.language]?.figures ?? [];
      if (list.children.length !== figures.length)
        list.replaceChildren(...figures.map(() => el('div', {}, el('dt'), el('dd'))));
      figures.forEach(([label, said], i) => {
        const text = times.sentence(said);
        const [term, description] = list.children[i]!.children;
        if (term!.textContent !== label || description!.textContent !== text)
          [term!.textContent, description!.textContent] = [label, text];
      });
      devices.replaceChildren(table(setting));
    },
  };
}

function table({ words, model }: Setting): HTMLElement {
  const bus = (name: string): string => {
    const health = model.status?.buses?.[name];
    if (health === undefined)
      return name;
    const state = health.held_line !== undefined ? words.devices.held(health.held_line) : health.stuck ? words.devices.stuck : words.devices.works;
    return `${name}${words.language === 'zh' ? '：' : ': '}${state}${health.recoveries > 0 ? `${words.language === 'zh' ? '，' : ', '}${words.devices.freed(health.recoveries)}` : ''}`;
  };
  const cell = (column: number, text: string, isNumber = true): HTMLElement => el('td', { 'data-label': words.devices.columns[column]!, ...(isNumber ? { class: 'n' } : {}) }, text);
  const row = ([name, device]: [string, DeviceHealth]): HTMLElement => el('tr', {}, el('th', { scope: 'row' }, name),
    ...[device.rounds, device.missed_rounds, device.absent].map((count, i) => cell(i + 1, grouped(count))),
    cell(4, device.jitter_p99_milliseconds === undefined ? '' : `${device.jitter_p99_milliseconds.toFixed(1)} ms`), cell(5, bus(device.bus), false));
  return el('table', {}, el('thead', {}, el('tr', {}, ...words.devices.columns.map((column, i) => el('th', { scope: 'col', ...(i > 0 && i < 5 ? { class: 'n' } : {}) }, column)))),
    el('tbody', {}, ...Object.entries(model.status?.devices ?? {}).map(row)));
}
