import type { Cause } from '../notes/acceptance.ts';
import type { Counts, FindingGroup, NotCheckedReason } from '../report/report.ts';
import type { Labels } from './labels.ts';
import type { Category } from './meaning.ts';

/** Everything that a person reads, in one language. What edge-verify says too, it says in the same words. */
export interface Words {
  /** BCP 47. */
  readonly tag: string;
  /** Of the other language, in itself. */
  readonly other: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly comma: string;
  readonly stop: string;
  /** Between two clauses. */
  readonly clause: string;
  readonly labels: Readonly<Record<Labels, string>>;
  readonly qualities: readonly string[];
  readonly reasons: readonly string[];
  readonly whys: readonly string[];
  /** Of NE 107. */
  readonly categories: Readonly<Record<Category, string>>;
  /** What a contact says while it is not active, and while it is. */
  readonly contacts: Readonly<Record<'leak' | 'door' | 'tamper', readonly [string, string]>>;
  readonly kinds: Readonly<Record<string, string>>;

  valid(claim: string): string;
  validBut(reservations: string[], claim: string): string;
  invalid(why: string): string;
  /** The same, as the end of a sentence. */
  whyNotChecked(reason: NotCheckedReason, file: string, detail: string): string;
  notChecked(reason: NotCheckedReason, file: string, detail: string): string;
  /** @param complete null when only single entries are shown */
  claim(subject: string, gateway: string, existed: string, accepted: number, departments: number, complete: string | null): string;
  /** @param quality empty when good */
  reading(value: string, channel: string, quality: string): string;
  absent(channel: string, quality: string): string;
  readings(counts: Counts, channels: string[], more: number): string;
  otherEntries(kinds: string[], count: number): string;
  existed(notBefore: string | null, notAfter: string | null, zone: string): string;
  nothingMissing(first: bigint, last: bigint): string;
  nothingWithheld(first: bigint, last: bigint): string;
  gapsRecorded(count: number, missing: bigint): string;
  moreGaps(count: number): string;
  /** @param channels empty: all */
  gap(channels: string, from: string | null, to: string | null, zone: string, why: string): string;
  /** A gap that nobody's stop caused. */
  ended(word: string): string;
  endedUnknown(word: string): string;
  endedRunning(word: string): string;
  entries(places: bigint[], more: number): string;
  and(names: string[]): string;
  more(count: number): string;
  finding(group: FindingGroup, about: string): string;
  cause(cause: Cause, about: string): string;
  /** A name in a driver's definition or a calibration; in words where there are some. */
  key(name: string): string;
  /** What is said of the calibration of an input. */
  calibrationOf(channel: string, said: string): string;
  unknownKind(number: string): string;
  unknownReason(number: number): string;
  unknownWhy(number: number): string;
  beyondCalendar(second: string): string;
  counts(counts: Counts): string;
  accepted(accepted: number, departments: number, quorum: number): string;
  quorum(size: number): string;
  bytes(count: number): string;
  chart(count: number, channel: string, low: string, high: string, from: string, to: string, hasBad: boolean): string;
  rows(shown: number, all: number): string;
  checkpoint(origin: string, size: bigint): string;
  block(size: bigint, time: string | null, zone: string): string;
  page(): readonly [before: string, between: string, after: string];
  checking(name: string): string;
  files(count: number): string;
  /** How many files are so. */
  tally(count: number, word: string): string;
  /** Of several files, all with the same outcome. */
  all(count: number, word: string): string;
  /** Of several files, how many have the worst outcome. */
  ofFiles(count: number, all: number, word: string): string;
  /** In print, before the report on one of several files. */
  reportFollows(name: string): string;
  showAll(rows: number): string;
  /** How many of the figures at a tap are proved. */
  figuresProved(count: number, all: number): string;
  /** Which departments have something on record. @param notAfter null: no time is proved */
  onRecord(names: string[], departments: number, notAfter: string | null, zone: string): string;
  measuredAt(time: string, zone: string): string;
  /** What a policy came with. */
  cameWith(policy: string, files: string[], more: number): string;
  /** A contact's state, and from when on. */
  since(state: string, time: string): string;
  moreChanges(count: number): string;
  proved(log: string, first: bigint, second: bigint, firstBy: string, secondBy: string): string;
  notProved(why: string): string;
  /** What somebody wrote, or the gateway in English. */
  verbatim(text: string): string;
  ownWordOnly: string;
  /** @param entry in a few words */
  included(index: bigint, entry: string, log: string, size: bigint): string;
  keyUnknown(key: string): string;
  notSigned(key: string): string;
  gatewayLog(id: string): string;
  otherLog(name: string): string;
  history(size: bigint): string;
}
