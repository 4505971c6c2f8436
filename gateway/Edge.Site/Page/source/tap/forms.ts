import type { Language } from '../wire/forms.ts';

/** What the gateway answers under /api/v1/tap. */
export type Both = Readonly<Record<Language, string>>;

export type State = 'none' | 'untimed' | 'stale' | 'bad' | 'doubtful' | 'good';
export type Verdict = 'in-order' | 'out-of-limits' | 'unknown';

export interface Figure {
  readonly channel: string;
  readonly name: Both;
  readonly unit: string;
  readonly decimals: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: State;
  readonly value: number | null;
  readonly reason: Both | null;
  /** RFC 3339. */
  readonly at: string | null;
  /** From when on it says nothing of now; RFC 3339. */
  readonly staleAt: string | null;
  readonly within: boolean | null;
}

export interface Proof {
  readonly measured: string | null;
  readonly accepted: string;
  readonly departments: readonly string[];
  /** Departments that there are. */
  readonly of: number;
}

export interface Tap {
  readonly name: Both;
  /** The gateway's time when it answered. */
  readonly time: string;
  readonly verdict: Verdict;
  readonly readings: readonly Figure[];
  readonly proof: Proof | null;
}
