import type { Words } from './words.ts';

const two = (number: number): string => `${number}`.padStart(2, '0');
const KEPT = 'edge-zone';

/** A moment in a sentence of the gateway's, which are in UTC. */
const SAID = /(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?: ?UTC|Z)(?![\w+-])/g;

/** Times as the page writes them: all in one zone, which it names once. */
export class Times {
  constructor(readonly isUtc: boolean) {}

  /** The zone chosen here before, else the browser's. */
  static chosen(): Times {
    try {
      return new Times(localStorage.getItem(KEPT) === 'utc');
    } catch {
      return new Times(false);
    }
  }

  /** The other zone, from now on. */
  other(): Times {
    try {
      localStorage.setItem(KEPT, this.isUtc ? 'browser' : 'utc');
    } catch {
      // A browser that keeps nothing.
    }
    return new Times(!this.isUtc);
  }

  /** Such as UTC+8. */
  zone(at: Date): string {
    const minutes = this.minutes(at), sign = minutes < 0 ? '-' : '+', [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return minutes === 0 ? 'UTC' : `UTC${sign}${hours}${rest === 0 ? '' : `:${two(rest)}`}`;
  }

  /** 08:14:02 */
  clock(at: Date): string {
    const shown = this.shown(at);
    return `${two(shown.getUTCHours())}:${two(shown.getUTCMinutes())}:${two(shown.getUTCSeconds())}`;
  }

  /** 08:14:02.5 */
  tenths(at: Date): string {
    return `${this.clock(at)}.${Math.trunc(at.getUTCMilliseconds() / 100)}`;
  }

  /** 2026-11-20 */
  day(at: Date): string {
    const shown = this.shown(at);
    return `${shown.getUTCFullYear()}-${two(shown.getUTCMonth() + 1)}-${two(shown.getUTCDate())}`;
  }

  /** 2026-11-20 08:14:02 */
  moment(at: Date): string {
    return `${this.day(at)} ${this.clock(at)}`;
  }

  /** With the day only where that is not the one beside it. */
  beside(at: Date, day: string, clock = (of: Date) => this.clock(of)): string {
    return this.day(at) === day ? clock(at) : `${this.day(at)} ${clock(at)}`;
  }

  /** As a field for date and time holds it. */
  field(at: Date): string {
    return this.moment(at).replace(' ', 'T');
  }

  /** Unix milliseconds of what stands in such a field; null: nothing does. */
  read(field: string): number | null {
    const at = Date.parse(field + (this.isUtc ? 'Z' : ''));
    return Number.isNaN(at) ? null : at;
  }

  /** A sentence of the gateway's with its times in this zone. */
  sentence(text: string): string {
    return text.replace(SAID, (_, day: string, minute: string, second: string | undefined) => {
      const at = this.moment(new Date(`${day}T${minute}${second ?? ':00'}Z`));
      return second === undefined ? at.slice(0, -3) : at;
    });
  }

  private shown(at: Date): Date {
    return new Date(at.getTime() + this.minutes(at) * 60_000);
  }

  private minutes(at: Date): number {
    return this.isUtc ? 0 : -at.getTimezoneOffset();
  }
}

/** Two units at most, the largest first; below ten seconds with a tenth. */
export function span(seconds: number, { units }: Words): string {
  if (seconds < 9.95)
    return `${Math.max(0, seconds).toFixed(1)} ${units[3]}`;
  const sizes = [86_400, 3_600, 60, 1], whole = Math.round(seconds);
  const first = sizes.findIndex(size => whole >= size);
  const count = Math.trunc(whole / sizes[first]!), rest = first < 3 ? Math.trunc((whole % sizes[first]!) / sizes[first + 1]!) : 0;
  return `${count} ${units[first]}${rest > 0 ? ` ${rest} ${units[first + 1]}` : ''}`;
}
