import type { Wall } from '../entries/entry.ts';
import type { Finding, FindingNumber, Subject } from './verdict.ts';

/** Section 11: what is not proved of one subject, in its order. */
export function* reservations({ index, entry, notBefore, context }: Subject, notAfter: bigint | null): Generator<Finding> {
  const about = (number: FindingNumber): Finding => ({ number, detail: `${index}`, cause: null });
  if (entry.kind === 'unknown') {
    yield about(103);
    return;
  }
  if (entry.kind !== 'reading') {
    if (notAfter === null)
      yield about(104);
    return;
  }
  if (notBefore === null)
    yield about(100);
  if (notAfter === null)
    yield about(104);
  if (notBefore !== null && notAfter !== null && notBefore > notAfter)
    yield about(101);
  if (entry.wall !== null && isOutside(entry.wall, notBefore, notAfter))
    yield about(102);
  if (context === null || [context.boot, context.configuration, context.calibration, context.clock].some(term => term !== null && term.entry === null))
    yield about(105);
}

/** The sums are exact, not rounded: seconds are a float, bounds and uncertainty whole thousandths. */
function isOutside({ seconds, uncertaintyMs }: Wall, notBefore: bigint | null, notAfter: bigint | null): boolean {
  const whole = Math.floor(seconds);
  const fraction = seconds - whole, time = BigInt(whole) * 1000n, uncertainty = BigInt(uncertaintyMs);
  return (notBefore !== null && compareToMilliseconds(fraction, notBefore * 1000n - time - uncertainty) < 0)
    || (notAfter !== null && compareToMilliseconds(fraction, (notAfter + 1n) * 1000n - time + uncertainty) > 0);
}

/** @param fraction of a second, in [0, 1) */
function compareToMilliseconds(fraction: number, milliseconds: bigint): number {
  if (milliseconds < 0n || milliseconds > 1000n)
    return milliseconds < 0n ? 1 : -1;
  const scaled = fraction * 2 ** 1000;
  const left = BigInt(Math.floor(scaled)) * 1000n, right = milliseconds << 1000n;
  return left < right ? -1 : left > right || scaled > Math.floor(scaled) ? 1 : 0;
}
