/** What the gateway answers, as /api/v1/openapi.json has it; of the status only what is shown. */
export type Language = 'en' | 'zh';

export interface Channel {
  readonly name: string;
  /** The sign that people know; empty where a value has none. */
  readonly shownUnit: string;
  readonly domain: string;
  readonly periodSeconds: number;
  readonly decimals: number;
  readonly alarmLow: number | null;
  readonly alarmHigh: number | null;
}

export interface Channels {
  readonly gateway: string;
  readonly channels: readonly Channel[];
  /** Whether there is a page for the tap. */
  readonly tap: boolean;
}

/** Quality and reason by their numbers in SPEC.md. */
export interface Reading {
  readonly value: number | null;
  readonly quality: number;
  readonly reason: number;
  /** Unix milliseconds; null while nobody vouches for the clock. */
  readonly at: number | null;
}

export interface Department {
  readonly size: number;
  readonly refusal?: string;
}

export interface ChannelHealth {
  readonly contact?: string;
  readonly doubtful_seconds?: number;
  readonly seconds_ago?: number;
}

/** An alarm that is open. */
export interface AlarmHealth {
  /** RFC 3339, UTC. */
  readonly since?: string;
  readonly seconds_ago?: number;
  readonly limit?: number;
  readonly is_above: boolean;
  readonly acknowledged_by?: string;
  readonly acknowledged_at?: string;
}

export interface DeviceHealth {
  readonly bus: string;
  readonly rounds: number;
  readonly missed_rounds: number;
  readonly absent: number;
  readonly jitter_p99_milliseconds?: number;
  readonly transfers?: { readonly retries?: number };
}

export interface BusHealth {
  readonly recoveries: number;
  readonly held_line?: string;
  readonly stuck?: boolean;
}

export interface Status {
  readonly gateway: string;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly measuring: string;
  readonly proving: string;
  readonly needs: readonly string[];
  readonly at_risk: number;
  readonly commit_age_seconds: number;
  readonly size: number;
  readonly sealed: number;
  readonly anchored: number;
  readonly buffered: number;
  readonly lag_seconds: number;
  readonly connected: boolean;
  readonly link_seconds: number;
  readonly block?: number;
  readonly quorum?: number;
  readonly room_days?: number;
  readonly damage?: readonly unknown[];
  readonly alarms?: Readonly<Record<string, string>>;
  readonly alarms_open?: Readonly<Record<string, AlarmHealth>>;
  readonly departments?: Readonly<Record<string, Department>>;
  readonly channels?: Readonly<Record<string, ChannelHealth>>;
  readonly devices?: Readonly<Record<string, DeviceHealth>>;
  readonly buses?: Readonly<Record<string, BusHealth>>;
}

/** The status in the words of "edge status". */
export interface SaidStatus {
  readonly measuring: string;
  readonly proving: string;
  readonly needing: string;
  readonly head: string;
  readonly needs: readonly { readonly need: string; readonly advice: string; readonly items: readonly string[] }[];
  readonly figures: readonly (readonly [label: string, text: string])[];
}

export type Said = Partial<Readonly<Record<Language, SaidStatus>>>;

/** The field's own words. */
export interface FieldWords {
  readonly qualities: readonly string[];
  readonly reasons: readonly string[];
  readonly gaps: Readonly<Record<string, string>>;
  /** While not active, while active. */
  readonly contacts: Readonly<Record<string, readonly [string, string]>>;
}

/** min, max, mean, last of what is not bad (null: there is none); readings that were good, uncertain, bad. Null: no reading. */
export type Bucket = readonly [number | null, number | null, number | null, number | null, number, number, number] | null;

export interface Trend {
  /** Unix seconds. */
  readonly from: number;
  readonly step: number;
  /** False: ask again, more comes. */
  readonly complete: boolean;
  readonly buckets: readonly Bucket[];
  /** In which step, from 0, how many gaps begin. */
  readonly gaps: readonly (readonly [step: number, count: number])[];
}

export interface Item {
  readonly index: number;
  readonly kind: string;
  readonly at?: string | null;
  readonly channel?: string;
  readonly value?: number | null;
  readonly quality?: 'good' | 'uncertain' | 'bad';
  readonly reason?: string;
  readonly channels?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly why?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly subjectZh?: string;
  readonly textZh?: string;
  readonly who?: string;
  readonly before?: string | null;
  readonly after?: string | null;
}

export interface Page {
  readonly items: readonly Item[];
  readonly next: number | null;
  readonly log: { readonly anchored: number };
}

export interface Session {
  readonly name: string | null;
  readonly role: 'viewer' | 'operator' | 'technician' | null;
  /** Goes along with each change. */
  readonly proof: string | null;
  readonly looking: 'open' | 'login';
}
