import { askJson, query } from '../wire/ask.ts';
import type { Trend } from '../wire/forms.ts';

const POINTS = 288;
const FRESH = 60_000;
const SOON = 1_500;

interface Held {
  trend: Trend | null;
  asked: number;
  failed: boolean;
}

/** The last 24 hours of the channels that are looked at, asked for one after the other. */
export class Trends {
  private readonly held = new Map<string, Held>();
  private readonly wanted: string[] = [];
  private busy = false;

  constructor(private readonly came: (channel: string) => void) {}

  of(channel: string): { readonly trend: Trend | null; readonly failed: boolean } | undefined {
    return this.held.get(channel);
  }

  /** It is on the screen: what is not fresh is asked for. */
  want(channel: string): void {
    const held = this.held.get(channel);
    const age = held === undefined ? Infinity : performance.now() - held.asked;
    if (this.wanted.includes(channel) || age < (held?.trend?.complete === false ? SOON : FRESH))
      return;
    this.wanted.push(channel);
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.busy)
      return;
    this.busy = true;
    for (let channel = this.wanted[0]; channel !== undefined; channel = this.wanted[0]) {
      const before = this.held.get(channel)?.trend ?? null;
      const trend = await askJson<Trend>(`trend?${query({ channel, points: POINTS })}`).catch(() => null);
      this.held.set(channel, { trend: trend ?? before, asked: performance.now(), failed: trend === null });
      this.wanted.shift();
      this.came(channel);
    }
    this.busy = false;
  }
}
