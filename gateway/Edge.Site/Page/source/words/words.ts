import type { Station } from '../model/way.ts';
import type { Link } from '../model/model.ts';
import type { Language } from '../wire/forms.ts';

/** What the page says itself; how the gateway is, and the field's own words, come from the gateway. */
export interface Words {
  readonly language: Language;
  /** BCP 47. */
  readonly tag: string;
  /** Of the other language, in itself. */
  readonly other: string;
  readonly title: string;
  readonly skip: string;
  /** That all times of the page are in it. */
  zone(name: string): string;
  readonly otherZone: string;
  hash(short: string): string;
  readonly questions: { readonly measuring: string; readonly proving: string; readonly needing: string };
  readonly needsTitle: string;
  readonly links: Readonly<Record<Exclude<Link, 'live'>, string>>;
  lastKnown(time: string): string;
  /** An answer while the gateway is not heard, and what it was before. */
  unknownSince(time: string): string;
  lastHeard(what: string): string;
  offline(waiting: string): string;
  readonly channelsTitle: string;
  readonly noChannels: string;
  readonly domains: Readonly<Record<string, string>>;
  readonly noReading: string;
  readonly noValue: string;
  readonly noClock: string;
  silent(span: string): string;
  forSpan(span: string): string;
  ago(span: string): string;
  /** [d, h, min, s] */
  readonly units: readonly [string, string, string, string];
  readonly chart: {
    readonly asking: string; readonly empty: string; readonly failed: string; readonly more: string;
    summary(low: string, high: string): string;
    readonly nothing: string;
    gaps(count: number): string;
    doubtful(count: string): string;
    bad(count: string): string;
    readonly legend: { readonly band: string; readonly doubt: string; readonly bad: string; readonly gap: string; readonly notch: string; readonly limit: string };
  };
  readonly alarm: {
    limit(limit: string, isAbove: boolean): string;
    since(time: string, span: string): string;
    open(limit: string, since: string): string;
    readonly waits: string;
    acknowledged(who: string, time: string): string;
  };
  readonly range: {
    readonly open: string; title(channel: string): string; readonly from: string; readonly to: string; readonly complete: string; about(zone: string): string;
    readonly swapped: string; saved(name: string): string; upTo(time: string): string; readonly tooMuch: string; readonly notAnchored: string;
  };
  readonly evidence: string;
  readonly proof: string;
  proofOf(subject: string): string;
  evidenceOf(subject: string): string;
  readonly details: string;
  readonly readings: { readonly time: string; readonly value: string; readonly quality: string; readonly proof: string; readonly none: string; readonly asking: string; readonly gaps: string; readonly noGaps: string; asOf(time: string): string; readonly refresh: string };
  readonly proving: {
    readonly asking: string; readonly ready: string; readonly check: string; readonly close: string; readonly download: string; readonly code: string;
    /** @param time of the reading; null: not known */
    saved(name: string, time: string | null, isEarlier: boolean): string;
    earlier(time: string, wanted: string): string;
    now(time: string): string;
    readonly waits: string;
    notAnchored(seconds: number): string;
    readonly gone: string; readonly nothingThere: string; readonly busy: string; readonly tooMuch: string; readonly notFound: string; readonly denied: string; readonly failed: string;
    part(part: number, parts: number): string;
    readonly next: string; readonly before: string; readonly smaller: string; readonly larger: string;
  };
  readonly way: {
    readonly title: string;
    readonly stations: Readonly<Record<Station, string>>;
    of(channel: string, time: string): string;
    readonly none: string;
    readonly waits: Readonly<Record<'durable' | 'sealed' | 'anchored' | 'inBlock' | 'offline', string>>;
    atMost(span: string): string;
    entries(count: string): string;
    departments(count: number, all: number): string;
    block(height: string): string;
    last(span: string): string;
    readonly here: string;
  };
  readonly figuresTitle: string;
  readonly devices: { readonly title: string; readonly columns: readonly string[]; readonly works: string; readonly stuck: string; held(line: string): string; freed(count: number): string };
  readonly events: {
    readonly title: string; readonly none: string; readonly failed: string; readonly more: string; readonly asking: string; readonly kinds: Readonly<Record<string, string>>; readonly everything: string; readonly noTime: string;
    readonly kind: string; readonly anyKind: string; readonly channel: string; readonly settings: string;
    alike(count: number, why: string): string;
    clockSet(before: string | null, after: string | null): string;
    by(who: string): string;
    span(from: string | null, to: string | null): string;
  };
  readonly login: {
    readonly title: string; readonly name: string; readonly password: string; readonly enter: string; readonly leave: string; readonly cancel: string; readonly wrong: string; readonly needed: string;
    tooMany(seconds: number): string;
    readonly roles: Readonly<Record<string, string>>;
    readonly failed: string;
  };
  readonly password: {
    readonly change: string; readonly title: string; readonly old: string; readonly fresh: string; readonly again: string; readonly rule: string; readonly differ: string; readonly wrong: string; readonly failed: string;
  };
  readonly acts: {
    readonly acknowledge: string; readonly seen: string; readonly note: string; readonly send: string; readonly done: string; readonly failed: string; readonly notAllowed: string; readonly nothingOpen: string;
    acknowledgeOf(channel: string): string;
  };
  readonly foot: { readonly qr: string; readonly tap: string; readonly sheet: string; readonly tapPage: string; readonly tapNone: string; readonly api: string; readonly policy: string; readonly policyNote: string };
}
