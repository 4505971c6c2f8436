import { toHex } from '../forms/bytes.ts';
import type { ProvedReading } from '../evidence/verdict.ts';
import type { Shown } from './clock.ts';
import { BootClock } from './clock.ts';

/** The time to show for each reading, by what the file discloses of the gateway's clock (section 2, Display time). It is the gateway's own word. */
export class DisplayTimes {
  private readonly boots = new Map<string, BootClock>();

  constructor(readings: ProvedReading[]) {
    const noted = new Set<string>();
    for (const { entry, context } of readings) {
      if (context === null)
        continue;
      const clock = this.clockOf(context);
      for (const term of [context.boot, context.clock]) {
        const leaf = term === null ? '' : toHex(term.leaf);
        if (term === null || noted.has(leaf))
          continue;
        noted.add(leaf);
        if (term.entry?.kind === 'boot')
          clock.note(term.entry.monotonicNs, term.entry.wall, null, true);
        else if (term.entry?.kind === 'clock')
          clock.note(term.entry.monotonicNs, term.entry.after, term.entry.before, true);
      }
      clock.note(entry.monotonicNs, entry.wall, null, false);
    }
  }

  /** Null when nothing says what time it was. */
  of({ entry, context }: ProvedReading): Shown | null {
    if (context !== null)
      return this.clockOf(context).at(entry.monotonicNs, entry.wall);
    return entry.wall && { wall: entry.wall, isRecomputed: false };
  }

  /** Of a boot that is named by its hash alone it is known which readings are of it. */
  private clockOf({ boot }: NonNullable<ProvedReading['context']>): BootClock {
    const name = boot?.entry?.kind === 'boot' ? `id ${toHex(boot.entry.bootId)}` : `leaf ${boot ? toHex(boot.leaf) : ''}`;
    const clock = this.boots.get(name) ?? new BootClock();
    this.boots.set(name, clock);
    return clock;
  }
}
