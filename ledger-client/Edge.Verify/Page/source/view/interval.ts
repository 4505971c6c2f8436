import type { ProvedReport } from '../report/report.ts';
import { existed } from '../words/sentence.ts';
import { svg } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

const [LEFT, RIGHT, BAR] = [4, 96, 58];

/** The proved interval to scale: not before, not after, and what the gateway's own clock said. Null: no time is proved. */
export function intervalDrawing(proved: ProvedReport, setting: Setting): SVGElement | null {
  const { notBefore, notAfter, device } = proved, { words, times } = setting;
  // What a department signed "by 10" may have been made until 11.
  const begin = notBefore === null ? null : Number(notBefore), end = notAfter === null ? null : Number(notAfter) + 1;
  const own = device && { from: device.earliest.seconds - device.earliest.uncertaintyMs / 1000, to: device.latest.seconds + device.latest.uncertaintyMs / 1000 };
  const points = [begin, end, own?.from, own?.to].filter((point): point is number => point != null);
  if (begin === null && end === null)
    return null;
  const low = Math.min(...points), high = Math.max(...points);
  // An open side is longer than what is drawn of it.
  const open = high > low ? (high - low) / 4 : 1, first = begin === null ? low - open : low, last = end === null ? high + open : high;
  const at = (time: number): number => LEFT + ((time - first) / (last - first)) * (RIGHT - LEFT);
  const from = begin === null ? LEFT : at(begin), to = end === null ? RIGHT : at(end);
  const line = (name: string, x1: number, y1: number, x2: number, y2: number) => svg('line', { class: name, x1: `${x1}%`, y1, x2: `${x2}%`, y2 });
  const text = (x: number, y: number, content: string) =>
    svg('text', { x: `${x}%`, y, 'text-anchor': x < 33 ? 'start' : x > 67 ? 'end' : 'middle' }, content);
  const parts: SVGElement[] = [
    line('axis', 0, BAR, 100, BAR),
    svg('rect', { class: begin === null || end === null ? 'proved open' : 'proved', x: `${from}%`, y: BAR - 9, width: `${Math.max(to - from, 0.4)}%`, height: 18 }),
  ];
  if (begin !== null)
    parts.push(line('bound', from, 18, from, BAR + 14), text(from, 14, `${label(setting, 'notBefore')} ${times.second(notBefore!)}`));
  if (end !== null)
    parts.push(line('bound', to, 36, to, BAR + 14), text(to, 32, `${label(setting, 'notAfter')} ${times.second(notAfter!)}`));
  if (own !== null) {
    const [a, b] = [at(own.from), at(own.to)], middle = (a + b) / 2;
    parts.push(line('device', a, BAR, b, BAR), line('device', a, BAR - 6, a, BAR + 6), line('device', b, BAR - 6, b, BAR + 6),
      svg('circle', { class: 'device', cx: `${middle}%`, cy: BAR, r: 3.5 }), line('leader', middle, BAR + 6, middle, BAR + 26),
      text(middle, BAR + 38, label(setting, 'clock')), text(middle, BAR + 53, times.device(device!.earliest.seconds)));
    if (device!.latest.seconds > device!.earliest.seconds)
      parts.push(text(middle, BAR + 68, `– ${times.device(device!.latest.seconds)}`));
  }
  return svg('svg', { class: 'interval', width: '100%', height: own === null ? 82 : BAR + 78, role: 'img', 'aria-label': existed(proved, words, times) }, ...parts);
}
