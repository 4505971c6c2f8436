import uPlot from 'uplot';
import type { Drawn } from '../model/trend.ts';
import type { Channel } from '../wire/forms.ts';
import { figure } from '../words/figures.ts';
import { colour } from './colour.ts';
import { paintMarks } from './marks.ts';

const HEIGHT = 132;
const DAY = 86_400;
/** What a gateway that was only just started shows. */
const LEAST = 7_200;
const FONT = '11px system-ui, sans-serif';

interface Pointing {
  pointed(data: Drawn, step: number | null): void;
  chosen(data: Drawn, step: number): void;
}

/** A day drawn by uPlot: the mean as a line that ends where readings end, lowest to highest as a band, and the marks of what is missing, doubted or bad. */
export class Plot {
  private readonly chart: uPlot;
  private data: Drawn | null = null;

  constructor(place: HTMLElement, private readonly channel: Channel, pointing: Pointing) {
    const series = { spanGaps: false, points: { show: false } };
    this.chart = new uPlot({
      width: Math.max(200, place.clientWidth), height: HEIGHT, legend: { show: false }, padding: [8, 8, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: { x: { time: true, range: () => this.day() }, y: { range: (_, low, high) => range(low, high) } },
      series: [{}, { ...series, stroke: () => colour('--line'), width: 1.6 }, { ...series, stroke: 'transparent' }, { ...series, stroke: 'transparent' }],
      bands: [{ series: [2, 3], fill: () => colour('--band') }],
      axes: [
        { stroke: () => colour('--soft'), font: FONT, size: 24, space: 56, grid: { stroke: () => colour('--rule'), width: 1 }, ticks: { show: false }, values: (_, ticks) => ticks.map(hour) },
        { stroke: () => colour('--soft'), font: FONT, size: 56, space: 28, grid: { stroke: () => colour('--rule'), width: 1 }, ticks: { show: false }, values: (_, ticks) => labels(ticks, channel) },
      ],
      hooks: {
        draw: [chart => this.data !== null && paintMarks(chart, this.data, this.channel)],
        setCursor: [chart => this.data !== null && pointing.pointed(this.data, chart.cursor.left! < 0 ? null : chart.cursor.idx ?? null)],
      },
    }, [[]], place);
    this.chart.over.addEventListener('click', () => {
      const { idx } = this.chart.cursor;
      if (this.data !== null && idx != null && this.data.mean[idx] !== null)
        pointing.chosen(this.data, idx);
    });
    new ResizeObserver(() => place.clientWidth > 0 && this.chart.setSize({ width: place.clientWidth, height: HEIGHT })).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.chart.redraw());
  }

  draw(data: Drawn): void {
    this.data = data;
    this.chart.setData([data.at, data.mean, data.max, data.min]);
  }

  /** The day until now, or what there is of it. */
  private day(): [number, number] {
    const at = this.data?.at ?? [], step = at.length > 1 ? at[1]! - at[0]! : 60, end = (at.at(-1) ?? Date.now() / 1000) + step / 2;
    const first = at[this.data?.first ?? 0] ?? end;
    return [Math.max(end - DAY, Math.min(first - step, end - LEAST)), end];
  }
}

/** Room above and below, for a value that stands still too. */
function range(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null)
    return [0, 1];
  const room = Math.max((high - low) * 0.12, Math.abs(high) * 1e-3, 1e-9);
  return [low - room, high + room];
}

function hour(tick: number): string {
  const at = new Date(tick * 1000);
  return `${`${at.getHours()}`.padStart(2, '0')}:${`${at.getMinutes()}`.padStart(2, '0')}`;
}

/** With the decimals that keep neighbouring lines apart, at least as many as the channel has. */
function labels(ticks: number[], channel: Channel): string[] {
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) : 1;
  const decimals = step >= 1 ? 0 : Math.min(9, Math.ceil(-Math.log10(step) - 1e-9));
  return ticks.map(tick => figure(tick, { ...channel, decimals }));
}
