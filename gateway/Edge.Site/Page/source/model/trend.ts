import type { Bucket, Trend } from '../wire/forms.ts';

/** Steps from one to another, both included. */
export type Run = readonly [first: number, last: number];

/** A trend as it is drawn. */
export interface Drawn {
  /** Middle of each step, Unix seconds. */
  readonly at: number[];
  readonly mean: (number | null)[];
  readonly max: (number | null)[];
  readonly min: (number | null)[];
  /** The first step with a reading. */
  readonly first: number;
  /** Where readings should be and are none. */
  readonly gaps: readonly Run[];
  readonly doubtful: readonly number[];
  readonly bad: readonly number[];
  readonly low: number | null;
  readonly high: number | null;
  /** Steps with readings in which a gap begins. */
  readonly notches: readonly number[];
  /** How many gaps begin in a step. */
  readonly begun: ReadonlyMap<number, number>;
  readonly counts: { readonly gaps: number; readonly doubtful: number; readonly bad: number };
}

/** Seconds for which the newest steps may be empty: what they are of is not written yet. */
const UNWRITTEN = 30;

export function drawn({ from, step, buckets, gaps: begun }: Trend): Drawn {
  const pick = (place: 0 | 1 | 2): (number | null)[] => buckets.map(b => b?.[place] ?? null);
  const places = (count: 5 | 6): number[] => buckets.flatMap((b, i) => ((b?.[count] ?? 0) > 0 ? [i] : []));
  const sum = (count: 5 | 6): number => buckets.reduce((all, b) => all + (b?.[count] ?? 0), 0);
  const [min, max] = [pick(0), pick(1)], runs = gapsOf(buckets, step);
  // A run of empty steps without a gap that begins there is one of which the log does not tell yet.
  const untold = runs.filter(([first, last]) => !begun.some(([i]) => i >= first - 1 && i <= last)).length;
  const known = (numbers: (number | null)[]): number[] => numbers.filter((n): n is number => n !== null);
  const extreme = (numbers: number[], of: (a: number, b: number) => number): number | null => (numbers.length === 0 ? null : numbers.reduce((a, b) => of(a, b)));
  return {
    at: buckets.map((_, i) => from + (i + 0.5) * step), mean: pick(2), max, min, first: Math.max(0, buckets.findIndex(b => b !== null)), gaps: runs, notches: begun.filter(([i]) => buckets[i] != null).map(([i]) => i), begun: new Map(begun), doubtful: places(5), bad: places(6),
    low: extreme(known(min), Math.min), high: extreme(known(max), Math.max), counts: { gaps: untold + begun.reduce((all, [, count]) => all + count, 0), doubtful: sum(5), bad: sum(6) },
  };
}

/** Before the first reading nothing is missing; the newest step may only have begun. */
function gapsOf(buckets: readonly Bucket[], step: number): Run[] {
  const gaps: Run[] = [];
  let empty: number | null = null, seen = false;
  buckets.forEach((bucket, i) => {
    if (bucket === null) {
      empty ??= seen ? i : null;
      return;
    }
    if (empty !== null)
      gaps.push([empty, i - 1]);
    [empty, seen] = [null, true];
  });
  if (empty !== null && (buckets.length - 1 - empty) * step >= UNWRITTEN)
    gaps.push([empty, buckets.length - 1]);
  return gaps;
}
