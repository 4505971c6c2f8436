import type { Model } from './model.ts';
import type { Status } from '../wire/forms.ts';

export const STATIONS = ['sampled', 'durable', 'sealed', 'anchored', 'inBlock'] as const;
export type Station = (typeof STATIONS)[number];

/** A reading on its way into the city's chain: when it came to each station, by the gateway's clock in Unix milliseconds, as seen once a second. */
export interface Way {
  readonly channel: string;
  /** Its index is below this. */
  readonly bound: number;
  readonly at: Partial<Record<Station, number>>;
}

const REST = 5_000;

/** Follows one reading after the other, the newest each time. */
export class Follower {
  now: Way | null = null;
  /** Milliseconds that the last one took from sampled to in the block. */
  last: number | null = null;

  see(model: Model): void {
    const { status } = model;
    if (status === null)
      return;
    const time = Date.parse(status.time);
    if (this.now === null || (this.now.at.inBlock !== undefined && time - this.now.at.inBlock > REST))
      this.now = pick(model, status) ?? this.now;
    if (this.now === null)
      return;
    const { at, bound } = this.now;
    const reached = [true, status.size >= bound, status.sealed >= bound, accepted(status) >= bound, status.anchored >= bound];
    STATIONS.forEach((station, i) => {
      // What is further on has passed what lies before it.
      if (reached.slice(i).some(Boolean))
        at[station] ??= time;
    });
    if (at.inBlock === time && at.sampled !== undefined)
      this.last = time - at.sampled;
  }
}

function pick(model: Model, status: Status): Way | null {
  let newest = -1;
  model.newest.forEach((reading, i) => {
    if (reading?.at != null && reading.at > (model.newest[newest]?.at ?? 0))
      newest = i;
  });
  const reading = model.newest[newest], channel = model.channels[newest];
  return reading?.at == null || channel === undefined ? null : { channel: channel.name, bound: status.size + status.at_risk, at: { sampled: reading.at } };
}

/** How far so many departments have accepted the log as must agree. */
export function accepted({ departments = {}, quorum, anchored }: Status): number {
  const sizes = Object.values(departments).map(d => d.size).sort((a, b) => b - a);
  return Math.max(anchored, quorum === undefined || quorum < 1 ? 0 : sizes[quorum - 1] ?? 0);
}
