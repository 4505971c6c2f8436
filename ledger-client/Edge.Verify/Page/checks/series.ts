import type { Bytes } from '../source/forms/bytes.ts';
import type { ProvedReading } from '../source/evidence/verdict.ts';
import type { Breaks } from '../source/report/series.ts';
import { pointsOf } from '../source/report/series.ts';
import { equal } from './expect.ts';

/** Where a line may lead: only from one good value to the next of the same start, with nothing between that was withheld, lost or recorded as a gap. */

const leaf = (byte: number): Bytes => new Uint8Array(32).fill(byte);

/** One reading a second from the index on; a change for some. */
function series(changes: Record<number, { quality?: number; value?: number | null; boot?: number; index?: bigint }> = {}): ProvedReading[] {
  return Array.from({ length: 6 }, (_, i) => {
    const { quality = 0, value = 7, boot = 1, index = BigInt(i) } = changes[i] ?? {};
    return {
      index, notBefore: null, context: { boot: { leaf: leaf(boot), entry: null }, configuration: null, calibration: null, clock: null, seal: null },
      entry: { kind: 'reading', channel: 'a', unit: 'bar', value, raw: null, quality, reason: 0, monotonicNs: 0n, wall: null, context: leaf(0) },
    };
  });
}

const seconds = [0, 1, 2, 3, 4, 5];
const whole = [{ first: 0n, last: 100n }];

function joined(readings: ProvedReading[], times: (number | null)[] = seconds, runs = whole, breaks: Partial<Breaks> = {}): string {
  return pointsOf(readings, times, runs, { places: [], spans: [], ...breaks }).points.map(point => (point.isJoined ? '-' : '.')).join('');
}

const next = (readings: ProvedReading[]): string => pointsOf(readings, seconds, whole, { places: [3n], spans: [] }).points.map(point => (point.isNext ? '-' : '.')).join('');

/** @throws Wrong */
export function checkSeries(): void {
  equal(joined(series()), '.-----', 'nothing missing');
  equal(joined(series({ 2: { quality: 1 } })), '.-..--', 'a doubted value');
  equal(joined(series({ 2: { quality: 2 } })), '.-..--', 'a bad value');
  equal(joined(series({ 2: { value: null } })), '.-..--', 'no value');
  equal(joined(series({ 3: { index: 4n }, 4: { index: 5n }, 5: { index: 6n } }), seconds, whole, { places: [3n] }), '.--.--', 'a recorded gap without times, or a start between');
  equal(joined(series({ 3: { boot: 2 }, 4: { boot: 2 }, 5: { boot: 2 } })), '.--.--', 'another start');
  equal(joined(series(), seconds, [{ first: 0n, last: 2n }, { first: 3n, last: 5n }]), '.--.--', 'not in one run');
  equal(joined(series(), [0, 1, 2, 5, 6, 7]), '.--.--', 'a silence');
  const gaps = (...spans: [number, number][]): string => joined(series(), seconds, whole, { spans: spans.map(([from, to]) => ({ from, to })) });
  equal(gaps([2.4, 2.6]), '.--.--', 'a gap between two readings, wherever its entry stands');
  equal(gaps([2, 3]), '.--.--', 'a gap from one reading to the next');
  equal(gaps([1.5, 3.5]), '.-...-', 'a gap with readings in it');
  equal(gaps([-2, 1.5], [0.1, 0.2], [4.2, 9]), '...--.', 'gaps in gaps, and beyond the readings');
  equal(joined(series(), [0, null, 2, 3, 4, 5], whole, { spans: [{ from: 2.4, to: 2.6 }] }), '.-----', 'along places a time says nothing');
  equal(joined(series(), [0, 2, 1, 3, 4, 5]), '....--', 'a clock that was set back');
  equal(next(series({ 2: { quality: 1 }, 3: { index: 4n }, 4: { index: 5n }, 5: { index: 6n } })), '.--.--', 'a doubted value is a reading, and a gap is none');
  equal(pointsOf(series(), [0, 1, null, 3, 4, 5], whole, { places: [], spans: [] }).hasClock, false, 'along places where a time is not known');
}
