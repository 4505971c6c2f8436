import type uPlot from 'uplot';
import type { Drawn } from '../model/trend.ts';
import type { Channel } from '../wire/forms.ts';
import { figure } from '../words/figures.ts';
import { colour } from './colour.ts';

const HATCH = 7;
const STRIP = 5;
const NOTCH = 5;

/** What a line cannot say: gaps crossed out, those that are shorter than a step notched above, doubted steps hatched, bad ones in a strip below, single values as dots, alarm limits dashed, or an arrow where they lie beyond. */
export function paintMarks(chart: uPlot, data: Drawn, step: number, channel: Channel): void {
  const { ctx, bbox: { left, top, width, height } } = chart;
  const ratio = devicePixelRatio, half = step / 2;
  const across = (seconds: number): number => Math.min(Math.max(chart.valToPos(seconds, 'x', true), left), left + width);
  const column = (first: number, last: number): [number, number] => [across(data.at[first]! - half), across(data.at[last]! + half)];
  ctx.save();
  ctx.lineWidth = ratio;
  for (const [first, last] of data.gaps)
    cross(ctx, ...column(first, last), top, height);
  ctx.strokeStyle = colour('--doubt');
  for (const step of data.doubtful)
    hatch(ctx, ...column(step, step), top, height, HATCH * ratio);
  ctx.fillStyle = colour('--bad');
  for (const step of data.bad) {
    const [from, to] = column(step, step);
    ctx.fillRect(from, top + height - STRIP * ratio, Math.max(to - from, 2 * ratio), STRIP * ratio);
  }
  ctx.fillStyle = colour('--line');
  data.mean.forEach((mean, i) => {
    if (mean !== null && (data.mean[i - 1] ?? null) === null && (data.mean[i + 1] ?? null) === null) {
      ctx.beginPath();
      ctx.arc(across(data.at[i]!), chart.valToPos(mean, 'y', true), 2 * ratio, 0, 2 * Math.PI);
      ctx.fill();
    }
  });
  for (const step of data.notches)
    notch(ctx, across(data.at[step]!), top, height, NOTCH * ratio);
  paintLimits(chart, channel, ratio);
  ctx.restore();
}

function paintLimits(chart: uPlot, channel: Channel, ratio: number): void {
  const { ctx, bbox: { left, top, width, height } } = chart;
  ctx.strokeStyle = ctx.fillStyle = colour('--bad');
  ctx.font = `${11 * ratio}px system-ui, sans-serif`;
  ctx.textAlign = 'right';
  for (const [limit, arrow] of [[channel.alarmLow, '▼'], [channel.alarmHigh, '▲']] as const) {
    if (limit === null)
      continue;
    const y = chart.valToPos(limit, 'y', true);
    ctx.setLineDash([6 * ratio, 4 * ratio]);
    if (y >= top && y <= top + height)
      stroke(ctx, [[left, y], [left + width, y]]);
    else
      ctx.fillText(`${arrow} ${figure(limit, channel)}`, left + width - 4 * ratio, y < top ? top + 11 * ratio : top + height - 5 * ratio);
  }
}

/** A step that has readings and a gap as well. */
function notch(ctx: CanvasRenderingContext2D, x: number, top: number, height: number, size: number): void {
  ctx.strokeStyle = ctx.fillStyle = colour('--soft');
  ctx.setLineDash([1, size / 2]);
  stroke(ctx, [[x, top], [x, top + height]]);
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x - size, top);
  ctx.lineTo(x + size, top);
  ctx.lineTo(x, top + 1.6 * size);
  ctx.fill();
}

function stroke(ctx: CanvasRenderingContext2D, [[x, y], ...rest]: [[number, number], ...[number, number][]]): void {
  ctx.beginPath();
  ctx.moveTo(x, y);
  rest.forEach(point => ctx.lineTo(...point));
  ctx.stroke();
}

function cross(ctx: CanvasRenderingContext2D, from: number, to: number, top: number, height: number): void {
  ctx.fillStyle = colour('--gap');
  ctx.strokeStyle = colour('--soft');
  ctx.fillRect(from, top, to - from, height);
  ctx.strokeRect(from, top, to - from, height);
  stroke(ctx, [[from, top], [to, top + height]]);
  stroke(ctx, [[to, top], [from, top + height]]);
}

function hatch(ctx: CanvasRenderingContext2D, from: number, to: number, top: number, height: number, apart: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(from, top, Math.max(to - from, 2), height);
  ctx.clip();
  // All columns share one raster, so that neighbours join.
  for (let x = Math.floor((from - height) / apart) * apart; x < to; x += apart)
    stroke(ctx, [[x, top + height], [x + height, top]]);
  ctx.restore();
}
