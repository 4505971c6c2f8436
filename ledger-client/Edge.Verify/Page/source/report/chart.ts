import type { Gap } from '../entries/entry.ts';
import type { ProvedReading, Run, Subject } from '../evidence/verdict.ts';
import { valueFormOf } from './definition.ts';
import type { Chart } from './report.ts';
import type { Point, Span } from './series.ts';
import { isGood, pointsOf } from './series.ts';

/** As wide as a pixel: of what falls into one, the first, the least, the most and the last are kept, so that no peak is lost. */
const COLUMNS = 720;
const MARKS = 240;
const CHANGES = 6;

/**
 * A channel's picture.
 * @param readings of one channel and unit, in the log's order
 * @param others the subjects that are no readings
 * @returns null when it has not two places to stand on
 */
export function chartOf(readings: ProvedReading[], times: (number | null)[], runs: Run[], others: Subject[]): Chart | null {
  const { channel, unit } = readings[0]!.entry;
  const breaks = others.filter(({ entry }) => entry.kind === 'boot' || (entry.kind === 'gap' && concerns(entry, channel)));
  const told = breaks.flatMap(({ entry }) => spanOf(entry) ?? []), hasTimes = !times.includes(null);
  const { hasClock, points } = pointsOf(readings, times, runs, { places: breaks.filter(({ entry }) => !hasTimes || spanOf(entry) === null).map(each => each.index), spans: told });
  const [left, right] = [points[0]!.x, points.at(-1)!.x];
  const values = points.filter(({ reading }) => reading.entry.quality !== 2 && reading.entry.value !== null).map(({ reading }) => reading.entry.value!);
  if (right <= left || values.length === 0)
    return null;
  const least = values.reduce((a, b) => Math.min(a, b)), most = values.reduce((a, b) => Math.max(a, b));
  const room = most > least ? (most - least) * 0.08 : Math.max(Math.abs(most) * 0.05, 0.5);
  const [low, high] = [least - room, most + room];
  if (!Number.isFinite(high - low))
    return null;
  const across = (x: number): number => (x - left) / (right - left);
  const down = (point: Point): number => (high - point.reading.entry.value!) / (high - low);
  const form = valueFormOf(readings[0]!), changes = form.contact === null ? [] : changesOf(points);
  return {
    channel, unit, ...form, count: readings.length, hasClock, left, right, low, high, least, most,
    hasBad: points.some(({ reading }) => reading.entry.quality === 2 && reading.entry.value !== null),
    lines: lines(points, across, down),
    doubts: doubts(points, across, down),
    uncertain: spans(points, across, ({ entry }) => entry.quality === 1),
    bad: spans(points, across, ({ entry }) => entry.quality === 2 || entry.value === null),
    gaps: hasClock ? gaps(told, left, right, across) : [],
    changes: changes.slice(0, CHANGES), moreChanges: Math.max(0, changes.length - CHANGES),
  };
}

/** Where each run of one value begins. */
function changesOf(points: Point[]): { x: number; value: number }[] {
  const valued = points.flatMap(({ x, reading: { entry: { value } } }) => (value === null ? [] : [{ x, value }]));
  return valued.filter(({ value }, i) => value !== valued[i - 1]?.value);
}

const concerns = (gap: Gap, channel: string): boolean => gap.channels.length === 0 || gap.channels.includes(channel);

/** A line's part within one column. */
interface Piece {
  x: number;
  lastX: number;
  first: number;
  last: number;
  least: number;
  most: number;
}

function lines(points: Point[], across: (x: number) => number, down: (point: Point) => number): number[][] {
  const found: number[][] = [];
  let line: number[] = [], piece: Piece | null = null, column = -1;
  const flush = (): void => {
    if (piece !== null && piece.lastX > piece.x)
      line.push(piece.x, piece.first, piece.x, piece.least, piece.lastX, piece.most, piece.lastX, piece.last);
    else if (piece !== null)
      line.push(piece.x, piece.first);
    piece = null;
  };
  const reduces = points.length > 2 * COLUMNS;
  for (const point of points) {
    if (!isGood(point.reading))
      continue;
    const x = across(point.x), y = down(point), at = reduces ? Math.floor(x * COLUMNS) : NaN;
    const open = piece as Piece | null;
    if (point.isJoined && open !== null && at === column) {
      piece = { x: open.x, first: open.first, lastX: x, last: y, least: Math.min(open.least, y), most: Math.max(open.most, y) };
      continue;
    }
    flush();
    if (!point.isJoined) {
      if (line.length > 0)
        found.push(line);
      line = [];
    }
    piece = { x, lastX: x, first: y, last: y, least: y, most: y };
    column = at;
  }
  flush();
  if (line.length > 0)
    found.push(line);
  return found.length > 4 * COLUMNS ? thinned(found) : found;
}

/** Of very many short lines, those that begin in one column as one upright stroke. */
function thinned(all: number[][]): number[][] {
  const columns = new Map<number, [number, number]>();
  for (const line of all) {
    for (let i = 0; i < line.length; i += 2) {
      const column = Math.floor(line[i]! * COLUMNS), [top, bottom] = columns.get(column) ?? [1, 0];
      columns.set(column, [Math.min(top, line[i + 1]!), Math.max(bottom, line[i + 1]!)]);
    }
  }
  return [...columns].map(([column, [top, bottom]]) => [(column + 0.5) / COLUMNS, top, (column + 0.5) / COLUMNS, bottom]);
}

function doubts(points: Point[], across: (x: number) => number, down: (point: Point) => number): number[] {
  const columns = new Map<number, [number, number, number]>();
  for (const point of points.filter(({ reading }) => reading.entry.quality === 1 && reading.entry.value !== null)) {
    const x = across(point.x), y = down(point), column = Math.floor(x * COLUMNS), [first, top, bottom] = columns.get(column) ?? [x, y, y];
    columns.set(column, [first, Math.min(top, y), Math.max(bottom, y)]);
  }
  return [...columns.values()].flat();
}

/** Where readings of one kind stand: one span from the first to the last of which nothing else is between, and neighbouring marks as one. */
function spans(points: Point[], across: (x: number) => number, has: (reading: ProvedReading) => boolean): [number, number][] {
  const found: [number, number][] = [];
  points.forEach((point, i) => {
    if (!has(point.reading))
      return;
    const x = across(point.x), latest = found.at(-1);
    if (latest !== undefined && ((point.isNext && has(points[i - 1]!.reading)) || x - 0.5 / MARKS <= latest[1]))
      latest[1] = x + 0.5 / MARKS;
    else
      found.push([x - 0.5 / MARKS, x + 0.5 / MARKS]);
  });
  return found;
}

/** When a gap began and ended; null of one that does not tell both, and of other entries. */
const spanOf = (entry: Subject['entry']): Span | null => (entry.kind === 'gap' && entry.from !== null && entry.to !== null ? { from: entry.from.seconds, to: entry.to.seconds } : null);

function gaps(told: Span[], left: number, right: number, across: (x: number) => number): [number, number][] {
  return told.filter(({ from, to }) => from < right && to > left).slice(0, MARKS).map(({ from, to }): [number, number] => {
    const begin = Math.max(0, across(from));
    return [begin, Math.max(begin + 0.004, Math.min(1, across(to)))];
  });
}
