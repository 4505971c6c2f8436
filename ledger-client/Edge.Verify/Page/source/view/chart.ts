import type { Chart } from '../report/report.ts';
import { grouped, stepOf, tickText, ticksOf, timeStepOf, withUnit } from '../words/figures.ts';
import { valueOf } from '../words/sentence.ts';
import { shown, shownName } from '../words/shown.ts';
import { el, svg } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

const [TOP, PLOT] = [14, 150];
const BAD = TOP + PLOT + 8;
const AXIS = BAD + 14;
const HEIGHT = AXIS + 22;
/** Room for the figures on the left, and for whole marks. */
const [INSET, WIDTH] = [6, 93];
const SCALE = 1000;
const DOTS = 150;

const across = (x: number): string => `${(INSET + Math.min(Math.max(x, 0), 1) * WIDTH).toFixed(3)}%`;
const wide = ([from, to]: [number, number]): string => `${(Math.max(to - from, 0.003) * WIDTH).toFixed(3)}%`;
const down = (y: number): number => TOP + y * PLOT;

/** One channel's readings: a line where nothing is missing, nothing where something is; what is doubted in hatched bands, what is bad below, gaps crossed out. */
export function chartFigure(chart: Chart, number: number, setting: Setting): HTMLElement {
  const summary = summaryOf(chart, setting);
  const hatch = `hatch-${number}`;
  const step = stepOf(chart.high - chart.low, 5);
  const values = ticksOf(chart.low, chart.high, step).map(value => ({ value, y: down((chart.high - value) / (chart.high - chart.low)) }));
  const parts: SVGElement[] = [
    svg('pattern', { id: hatch, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('line', { class: 'hatching', x1: 0, y1: 0, x2: 0, y2: 6 })),
    ...values.map(({ y }) => svg('line', { class: 'grid', x1: 0, y1: y, x2: '100%', y2: y })),
    ...chart.uncertain.map(span => svg('rect', { class: 'uncertain', fill: `url(#${hatch})`, x: across(span[0]), y: TOP, width: wide(span), height: PLOT })),
    ...chart.gaps.flatMap(span => [
      svg('rect', { class: 'gap', x: across(span[0]), y: TOP, width: wide(span), height: PLOT }),
      svg('line', { class: 'gap', x1: across(span[0]), y1: TOP, x2: across(span[1]), y2: TOP + PLOT }),
      svg('line', { class: 'gap', x1: across(span[0]), y1: TOP + PLOT, x2: across(span[1]), y2: TOP }),
    ]),
    svg('svg', { x: `${INSET}%`, y: TOP, width: `${WIDTH}%`, height: PLOT, viewBox: `0 0 ${SCALE} ${SCALE}`, preserveAspectRatio: 'none', class: 'plot' },
      svg('path', { class: 'line', d: chart.lines.map(pathOf).join('') })),
    ...dots(chart),
    ...doubts(chart),
    ...chart.bad.map(span => svg('rect', { class: 'bad', x: across(span[0]), y: BAD, width: wide(span), height: 7 })),
    ...values.map(({ value, y }) => svg('text', { class: 'tick', x: 0, y: y - 3 }, tickText(value, step))),
    ...foot(chart, setting),
  ];
  return el('figure', { class: 'chart' }, el('figcaption', {}, summary), svg('svg', { class: 'chart', width: '100%', height: HEIGHT, role: 'img', 'aria-label': summary }, ...parts), ...changes(chart, setting));
}

/** When a contact changed, in words. */
function changes(chart: Chart, setting: Setting): HTMLElement[] {
  const { words, times } = setting, place = (x: number, i: number): string => !chart.hasClock ? words.entries([BigInt(x)], 0) : i === 0 ? times.second(x) : times.after(chart.changes[i - 1]!.x, x);
  if (chart.changes.length === 0)
    return [];
  const clock = chart.hasClock ? ` (${label(setting, 'clock')}, ${times.zone})` : '';
  return [el('h3', {}, `${label(setting, 'changes')}${clock}`), el('ul', { class: 'changes' }, ...chart.changes.map(({ x, value }, i) => el('li', {}, shown(words.since(valueOf(value, chart, words), place(x, i))))),
    chart.moreChanges > 0 && el('li', {}, words.moreChanges(chart.moreChanges)))];
}

function summaryOf(chart: Chart, { words, times }: Setting): string {
  const { count, channel, unit, least, most, hasClock, left, right, hasBad } = chart;
  const value = (number: number): string => withUnit(valueOf(number, chart, words), unit);
  const place = (x: number): string => (hasClock ? `${times.device(x)} ${times.zone}` : words.entries([BigInt(x)], 0));
  return shown(words.chart(count, shownName(channel), value(least), value(most), place(left), place(right), hasBad));
}

/** A value that stands alone is a line of no length, drawn as a dot by its round ends. */
function pathOf(line: number[]): string {
  let path = '';
  for (let i = 0; i < line.length; i += 2)
    path += `${i === 0 ? 'M' : 'L'}${(line[i]! * SCALE).toFixed(1)} ${(line[i + 1]! * SCALE).toFixed(1)}`;
  return line.length === 2 ? `${path}h0` : path;
}

function dots(chart: Chart): SVGElement[] {
  const places = chart.lines.flat();
  return places.length > 2 * DOTS ? [] : places.flatMap((x, i) => (i % 2 === 0 ? [svg('circle', { class: 'dot', cx: across(x), cy: down(places[i + 1]!), r: 2.2 })] : []));
}

function doubts({ doubts: places }: Chart): SVGElement[] {
  return places.flatMap((x, i) => (i % 3 !== 0 ? [] : places[i + 1] === places[i + 2]
    ? [svg('circle', { class: 'doubt', cx: across(x), cy: down(places[i + 1]!), r: 2.6 })]
    : [svg('line', { class: 'doubt', x1: across(x), y1: down(places[i + 1]!), x2: across(x), y2: down(places[i + 2]!) })]));
}

function foot({ hasClock, left, right }: Chart, { times }: Setting): SVGElement[] {
  const span = right - left, fine = timeStepOf(span, 4);
  const step = !hasClock ? Math.max(1, stepOf(span, 4)) : fine >= 1 && fine < 86_400 ? fine : timeStepOf(span, 3);
  return [svg('line', { class: 'axis', x1: 0, y1: AXIS - 3, x2: '100%', y2: AXIS - 3 }),
    ...ticksOf(left, right, step, hasClock ? -times.minutes * 60 : 0).flatMap(tick => {
      const x = (tick - left) / span;
      return [svg('line', { class: 'axis', x1: across(x), y1: AXIS - 3, x2: across(x), y2: AXIS + 1 }),
        svg('text', { class: 'tick', x: across(x), y: AXIS + 14, 'text-anchor': x < 0.15 ? 'start' : x > 0.85 ? 'end' : 'middle' }, hasClock ? times.tick(tick, step) : grouped(tick))];
    })];
}
