import type { Figure, Tap, Verdict } from './forms.ts';

/** An answer as the gateway would give it at a later time, if it had measured nothing since. */
export function aged(tap: Tap, now: number): Tap {
  const readings = tap.readings.map(reading => (isPast(reading, now) ? { ...reading, state: 'stale', within: null } as const : reading));
  return { ...tap, readings, verdict: judged(tap.verdict, readings) };
}

const isPast = ({ state, staleAt }: Figure, now: number): boolean => (state === 'good' || state === 'doubtful') && staleAt !== null && now > Date.parse(staleAt);

/** Only time has passed since the verdict before: nothing is better known by it. */
const judged = (before: Verdict, readings: readonly Figure[]): Verdict =>
  readings.some(r => r.within === false) ? 'out-of-limits' : before === 'in-order' && !readings.some(r => r.state === 'stale' && (r.low ?? r.high) !== null) ? 'in-order' : 'unknown';
