import uPlot from 'uplot';
import type { Drawn } from '../model/trend.ts';
import type { Channel } from '../wire/forms.ts';
import { figure } from '../words/figures.ts';
import type { Times } from '../words/times.ts';
import { colour } from './colour.ts';
import { paintMarks } from './marks.ts';

const HEIGHT = 132;
const DAY = 86_400;
/** Seconds that the chart of a gateway which was only just started spans. */
const LEAST = 300;
/** Pixels from which on a stroke across the chart is meant. */
const STROKE = 12;
/** A limit is drawn where it is so many times the values' own range away at most; further off it is told by an arrow. */
const NEAR = 2;
const FONT = '11px system-ui, sans-serif';

/** The newest value, which no step has yet. */
export interface Live {
  /** Unix seconds. */
  readonly at: number;
  readonly value: number;
}

interface Pointing {
  pointed(data: Drawn, step: number | null): void;
  chosen(data: Drawn, step: number): void;
  /** Unix seconds. */
  crossed(from: number, to: number): void;
}

/** A day drawn by uPlot: the mean as a line that ends where readings end, lowest to highest as a band, and the marks of what is missing, doubted or bad. */
export class Plot {
  private readonly chart: uPlot;
  private data: Drawn | null = null;
  private step = 60;
  private end = 0;

  constructor(place: HTMLElement, private readonly channel: Channel, times: Times, pointing: Pointing) {
    const series = { spanGaps: false, points: { show: false } };
    this.chart = new uPlot({
      width: Math.max(200, place.clientWidth), height: HEIGHT, legend: { show: false }, padding: [8, 8, 0, 0], tzDate: at => uPlot.tzDate(new Date(at * 1000), times.isUtc ? 'Etc/UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone),
      cursor: { y: false, drag: { x: true, y: false, setScale: false, dist: STROKE }, points: { show: false } },
      scales: { x: { time: true, range: () => this.day() }, y: { range: (_, low, high) => range(low, high, channel) } },
      series: [{}, { ...series, stroke: () => colour('--line'), width: 1.6 }, { ...series, stroke: 'transparent' }, { ...series, stroke: 'transparent' }],
      bands: [{ series: [2, 3], fill: () => colour('--band') }],
      axes: [
        { stroke: () => colour('--soft'), font: FONT, size: 24, space: 56, grid: { stroke: () => colour('--rule'), width: 1 }, ticks: { show: false }, values: (_, ticks, __, ___, apart) => ticks.map(tick => times.clock(new Date(tick * 1000)).slice(0, apart < 60 ? 8 : 5)) },
        { stroke: () => colour('--soft'), font: FONT, size: 56, space: 28, grid: { stroke: () => colour('--rule'), width: 1 }, ticks: { show: false }, values: (_, ticks) => labels(ticks, channel) },
      ],
      hooks: {
        draw: [chart => this.data !== null && paintMarks(chart, this.data, this.step, this.channel)],
        setCursor: [chart => this.data !== null && pointing.pointed(this.data, chart.cursor.left! < 0 ? null : chart.cursor.idx ?? null)],
        setSelect: [chart => {
          const { left, width } = chart.select;
          if (width < STROKE)
            return;
          chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          pointing.crossed(chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x'));
        }],
      },
    }, [[]], place);
    this.chart.over.addEventListener('click', () => {
      const { idx } = this.chart.cursor;
      if (this.data !== null && idx != null && this.data.mean[idx] != null)
        pointing.chosen(this.data, idx);
    });
    new ResizeObserver(() => place.clientWidth > 0 && this.chart.setSize({ width: place.clientWidth, height: HEIGHT })).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.chart.redraw());
  }

  /** @param step seconds */
  draw(data: Drawn, step: number, live: Live | null): void {
    [this.data, this.step] = [data, step];
    const last = (data.at.at(-1) ?? 0) + step / 2, values = live === null ? [] : [live.value];
    // The newest step ends where the next begins, which is later than now.
    const at = live === null ? [] : [Math.max(live.at, last)];
    this.end = at[0] ?? last;
    this.chart.setData([[...data.at, ...at], [...data.mean, ...values], [...data.max, ...values], [...data.min, ...values]]);
  }

  /** The day until now, or what there is of it. */
  private day(): [number, number] {
    const at = this.data?.at ?? [], end = this.end || Date.now() / 1000;
    const first = at[this.data?.first ?? 0] ?? end;
    return [Math.max(end - DAY, Math.min(first - this.step, end - LEAST)), end];
  }
}

/** Room above and below, for a value that stands still too, and for the limits that are near. */
function range(low: number | null, high: number | null, { alarmLow, alarmHigh }: Channel): [number, number] {
  if (low === null || high === null)
    return [0, 1];
  const reach = (high - low) * NEAR;
  const bottom = alarmLow !== null && low - alarmLow <= reach ? Math.min(low, alarmLow) : low, top = alarmHigh !== null && alarmHigh - high <= reach ? Math.max(high, alarmHigh) : high;
  const room = Math.max((top - bottom) * 0.12, Math.abs(top) * 1e-3, 1e-9);
  return [bottom - room, top + room];
}

/** With the decimals that keep neighbouring lines apart, at least as many as the channel has. */
function labels(ticks: number[], channel: Channel): string[] {
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) : 1;
  const decimals = step >= 1 ? 0 : Math.min(9, Math.ceil(-Math.log10(step) - 1e-9));
  return ticks.map(tick => figure(tick, { ...channel, decimals }));
}
