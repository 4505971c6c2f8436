import type { Wall } from '../entries/entry.ts';

/** A wall time at a monotonic time of one boot (section 2, Display time). */
interface Point {
  readonly ns: bigint;
  readonly wall: Wall;
  /** Wall time at that moment by the clock as it was known. */
  readonly before: Wall | null;
  /** A boot entry or a clock correction: it may make void what was before. */
  readonly isClaim: boolean;
}

interface Standing {
  readonly ns: bigint;
  readonly wall: Wall;
  /** Leap seconds of this boot up to it. */
  readonly leaps: number;
}

export interface Shown {
  readonly wall: Wall;
  readonly isRecomputed: boolean;
}

const DRIFT_PPM = 500;
const LAST_SECOND = 253_402_300_800;

/** What a file discloses of wall time in one boot. */
export class BootClock {
  private readonly noted: Point[] = [];
  private standing: { from: bigint; points: Standing[]; leaps: { since: bigint; sum: number }[]; upTo: number[]; onFrom: number[] } | null = null;

  note(ns: bigint, wall: Wall | null, before: Wall | null, isClaim: boolean): void {
    if (wall !== null) {
      this.noted.push({ ns, wall, before, isClaim });
      this.standing = null;
    }
  }

  /** The time to show for what was stamped at a moment; null when nothing says what time it was. */
  at(ns: bigint, own: Wall | null): Shown | null {
    const { from } = this.standing ??= this.stand();
    if (own !== null && ns >= from)
      return { wall: own, isRecomputed: false };
    const known = this.nearest(ns);
    return own !== null && known !== null && Math.abs(own.seconds - known.seconds) * 1000 <= own.uncertaintyMs
      ? { wall: own, isRecomputed: false } : known && { wall: known, isRecomputed: true };
  }

  /** In the order in which it happened: whatever contradicts what was known makes that, and all before it, void. */
  private stand() {
    let from = 0n, points: Standing[] = [];
    const leaps: { since: bigint; sum: number }[] = [];
    for (const { ns, wall, before, isClaim } of [...this.noted].sort((a, b) => (a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : 0))) {
      const latest = points.at(-1), known = before ?? (latest ? timeAt(latest, ns) : null);
      const leap = isClaim && known !== null ? leapSecond(known, wall) : 0;
      if (leap !== 0) {
        leaps.push({ since: ns, sum: leap + (leaps.at(-1)?.sum ?? 0) });
      } else if (isClaim && known !== null && differ(known, wall)) {
        points = [];
        from = ns;
      }
      points.push({ ns, wall, leaps: leaps.at(-1)?.sum ?? 0 });
    }
    // Uncertainty grows with distance at one rate: of two points on one side, one is the better for every moment beyond both.
    const upTo: number[] = [], onFrom: number[] = [];
    const doubt = (point: number, place: number): number => doubtAt(points[point]!, points[place]!.ns);
    points.forEach((_, i) => { upTo[i] = i > 0 && doubt(upTo[i - 1]!, i) < doubt(i, i) ? upTo[i - 1]! : i; });
    for (let i = points.length - 1; i >= 0; i--)
      onFrom[i] = i + 1 < points.length && doubt(onFrom[i + 1]!, i) <= doubt(i, i) ? onFrom[i + 1]! : i;
    return { from, points, leaps, upTo, onFrom };
  }

  /** By the point that leaves the least uncertainty, of equals the latest. */
  private nearest(ns: bigint): Wall | null {
    const { points, leaps, upTo, onFrom } = this.standing!;
    if (points.length === 0)
      return null;
    let low = 0, high = points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[middle]!.ns <= ns)
        low = middle + 1;
      else
        high = middle;
    }
    const earlier = low > 0 ? upTo[low - 1]! : onFrom[low]!, later = low < points.length ? onFrom[low]! : earlier;
    const best = points[doubtAt(points[later]!, ns) <= doubtAt(points[earlier]!, ns) ? later : earlier]!;
    const wall = timeAt(best, ns), leapsThen = leaps.filter(leap => leap.since <= ns).at(-1)?.sum ?? 0;
    return wall && { ...wall, seconds: wall.seconds - best.leaps + leapsThen };
  }
}

const elapsed = (point: Standing, ns: bigint): number => (ns >= point.ns ? Number(ns - point.ns) / 1e9 : -(Number(point.ns - ns) / 1e9));

const doubtAt = (point: Standing, ns: bigint): number => point.wall.uncertaintyMs + (Math.abs(elapsed(point, ns)) * DRIFT_PPM) / 1000;

function timeAt(point: Standing, ns: bigint): Wall | null {
  const seconds = point.wall.seconds + elapsed(point, ns);
  return seconds >= 0 && seconds < LAST_SECOND ? { seconds, uncertaintyMs: Math.min(2 ** 32 - 1, Math.ceil(doubtAt(point, ns))) } : null;
}

const differ = (a: Wall, b: Wall): boolean => Math.abs(b.seconds - a.seconds) * 1000 > a.uncertaintyMs + b.uncertaintyMs;

/** -1 or 1 where the two differ by a leap second at the end of June or December, else 0. */
function leapSecond(before: Wall, after: Wall): number {
  const step = Math.round(after.seconds - before.seconds);
  if ((step !== 1 && step !== -1) || !differ(before, after) || differ({ ...before, seconds: before.seconds + step }, after))
    return 0;
  const near = new Date((after.seconds + 2) * 1000);
  const half = Date.UTC(near.getUTCFullYear(), near.getUTCMonth() < 6 ? 0 : 6, 1);
  return near.getTime() - half <= 600_000 ? step : 0;
}
