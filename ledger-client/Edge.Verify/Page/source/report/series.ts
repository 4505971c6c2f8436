import { toHex } from '../forms/bytes.ts';
import type { ProvedReading, Run } from '../evidence/verdict.ts';

/** A longer silence than this many usual intervals is not joined by a line, whether or not the log has a gap entry. */
const SILENCE = 2.5;

/** What no line crosses: entries by their places in the log, and recorded gaps by their times, POSIX seconds. */
export interface Breaks {
  /** Ascending. */
  readonly places: bigint[];
  readonly spans: readonly Span[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Point {
  readonly reading: ProvedReading;
  /** POSIX seconds by the gateway's clock, or the place in the log. */
  readonly x: number;
  /** Whether nothing is missing between the one before and this. */
  readonly isNext: boolean;
  /** Whether a line may lead here from the one before: besides, both are values to rely on. */
  readonly isJoined: boolean;
}

/** A value to rely on: doubted ones and bad ones are marked, never part of a line. */
export const isGood = ({ entry }: ProvedReading): boolean => entry.value !== null && entry.quality === 0;

/**
 * One channel's readings as they are drawn.
 * @param readings in the log's order
 * @param times when each was taken, POSIX seconds; along their places if one has none
 */
export function pointsOf(readings: ProvedReading[], times: (number | null)[], runs: Run[], { places, spans }: Breaks): { hasClock: boolean; points: Point[] } {
  const hasClock = times.every(time => time !== null);
  const order = readings.map((_, i) => i);
  if (hasClock)
    order.sort((a, b) => times[a]! - times[b]! || a - b);
  const xs = order.map(i => (hasClock ? times[i]! : Number(readings[i]!.index)));
  const overlaps = overlapOf(spans), longest = SILENCE * median(xs.slice(1).map((x, i) => x - xs[i]!));
  const points = order.map((place, i): Point => {
    const reading = readings[place]!;
    const before = i > 0 ? readings[order[i - 1]!]! : null;
    const isNext = before !== null && place === order[i - 1]! + 1 && bootOf(before) === bootOf(reading)
      && isOneRun(runs, before.index, reading.index) && !hasBetween(places, before.index, reading.index)
      && (!hasClock || (xs[i]! - xs[i - 1]! <= longest && !overlaps(xs[i - 1]!, xs[i]!)));
    return { reading, x: xs[i]!, isNext, isJoined: isNext && isGood(before) && isGood(reading) };
  });
  return { hasClock, points };
}

const bootOf = ({ context }: ProvedReading): string => (context?.boot ? toHex(context.boot.leaf) : '');

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** The first place for which it holds, of places for which it does not and then does. */
function first(count: number, holds: (i: number) => boolean): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

function isOneRun(runs: Run[], from: bigint, to: bigint): boolean {
  const run = runs[first(runs.length, i => runs[i]!.last >= from)];
  return run !== undefined && run.first <= from && to <= run.last;
}

function hasBetween(places: bigint[], after: bigint, before: bigint): boolean {
  const next = places[first(places.length, i => places[i]! > after)];
  return next !== undefined && next < before;
}

/** Whether any of the spans has a moment between two times. */
function overlapOf(spans: readonly Span[]): (after: number, before: number) => boolean {
  const ordered = [...spans].sort((a, b) => a.from - b.from);
  let latest = -Infinity;
  const ends = ordered.map(({ to }) => (latest = Math.max(latest, to)));
  return (after, before) => {
    const begun = first(ordered.length, i => ordered[i]!.from >= before);
    return begun > 0 && ends[begun - 1]! > after;
  };
}
