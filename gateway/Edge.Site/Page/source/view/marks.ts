import type uPlot from 'uplot';
import type { Drawn } from '../model/trend.ts';
import type { Channel } from '../wire/forms.ts';
import { colour } from './colour.ts';

const HATCH = 7;
const STRIP = 5;

/** What a line cannot say: gaps crossed out, doubted steps hatched, bad ones in a strip below, single values as dots, alarm limits dashed. */
export function paintMarks(chart: uPlot, data: Drawn, channel: Channel): void {
  const { ctx, bbox: { left, top, width, height } } = chart;
  const ratio = devicePixelRatio, half = data.at.length > 1 ? (data.at[1]! - data.at[0]!) / 2 : 30;
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
  ctx.strokeStyle = colour('--bad');
  ctx.setLineDash([6 * ratio, 4 * ratio]);
  for (const limit of [channel.alarmLow, channel.alarmHigh]) {
    const y = limit === null ? -1 : chart.valToPos(limit, 'y', true);
    if (y >= top && y <= top + height)
      stroke(ctx, [[left, y], [left + width, y]]);
  }
  ctx.restore();
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
