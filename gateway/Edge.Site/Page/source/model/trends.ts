import { askJson, query } from '../wire/ask.ts';
import type { Channel, Trend } from '../wire/forms.ts';

const POINTS = 288;
const DAY = 86_400;
const FRESH = 60_000;
const SOON = 1_500;
/** Seconds: where there are readings of less, finer steps show them. */
const SHORT = DAY / 2;
/** While they are few, each is waited for. */
const YOUNG = 600, FRESH_OF_YOUNG = 10_000;
/** Steps shorter than so many periods would look like gaps. */
const PERIODS = 2;

interface Held {
  trend: Trend | null;
  asked: number;
  failed: boolean;
}

/** The last 24 hours of the channels that are looked at, asked for one after the other. */
export class Trends {
  private readonly held = new Map<string, Held>();
  private readonly wanted: Channel[] = [];
  private busy = false;

  /** @param now the gateway's time, Unix milliseconds */
  constructor(private readonly came: (channel: string) => void, private readonly now: () => number) {}

  of(channel: string): { readonly trend: Trend | null; readonly failed: boolean } | undefined {
    return this.held.get(channel);
  }

  /** It is on the screen: what is not fresh is asked for. */
  want(channel: Channel): void {
    const held = this.held.get(channel.name);
    const age = held === undefined ? Infinity : performance.now() - held.asked;
    if (this.wanted.includes(channel) || age < freshFor(held?.trend ?? null))
      return;
    this.wanted.push(channel);
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.busy)
      return;
    this.busy = true;
    for (let channel = this.wanted[0]; channel !== undefined; channel = this.wanted[0]) {
      const before = this.held.get(channel.name)?.trend ?? null;
      const trend = await this.ask(channel).catch(() => null);
      this.held.set(channel.name, { trend: trend ?? before, asked: performance.now(), failed: trend === null });
      this.wanted.shift();
      this.came(channel.name);
    }
    this.busy = false;
  }

  private async ask({ name, periodSeconds }: Channel): Promise<Trend> {
    const points = (seconds: number): number => Math.max(1, Math.min(POINTS, Math.floor(seconds / (PERIODS * periodSeconds || 1))));
    const day = await askJson<Trend>(`trend?${query({ channel: name, points: points(DAY) })}`);
    const begun = day.buckets.findIndex(b => b !== null), from = day.from + begun * day.step, to = this.now() / 1000;
    if (begun < 0 || !day.complete || to - from > SHORT || to <= from)
      return day;
    return askJson<Trend>(`trend?${query({ channel: name, from, to: to.toFixed(3), points: points(to - from) })}`);
  }
}

function freshFor(trend: Trend | null): number {
  return trend?.complete === false ? SOON : trend !== null && trend.step * trend.buckets.length < YOUNG ? FRESH_OF_YOUNG : FRESH;
}
