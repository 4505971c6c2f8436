import type { Bytes } from '../forms/bytes.ts';
import { join, toHex, toUtf8 } from '../forms/bytes.ts';
import { CborReader } from '../forms/cbor.ts';
import { need } from '../forms/malformed.ts';
import type { Hash } from '../hashes/sha256.ts';

export const MAX_ENTRY = 61_440;
const LAST_SECOND = 253_402_300_800;
const UINT32 = 2 ** 32;

/** Section 2, wall: POSIX seconds, and half the width of the interval that holds true time. */
export interface Wall {
  readonly seconds: number;
  readonly uncertaintyMs: number;
}

export interface Reading {
  readonly kind: 'reading';
  readonly channel: string;
  readonly unit: string;
  readonly value: number | null;
  readonly raw: bigint | null;
  /** 0 good, 1 uncertain, 2 bad. */
  readonly quality: number;
  readonly reason: number;
  readonly monotonicNs: bigint;
  readonly wall: Wall | null;
  readonly context: Bytes;
}

export interface Seal {
  readonly kind: 'seal';
  readonly first: bigint;
  readonly last: bigint;
  /** Good, uncertain, bad, absent. */
  readonly counts: bigint[];
  readonly fromNs: bigint;
  readonly toNs: bigint;
  readonly wall: Wall | null;
  readonly clock: number;
  readonly beacon: { readonly height: bigint; readonly hash: Bytes } | null;
  readonly previous: Bytes;
}

export interface Gap {
  readonly kind: 'gap';
  /** None: all. */
  readonly channels: string[];
  readonly from: Wall | null;
  readonly to: Wall | null;
  readonly why: number;
  readonly detail: string;
}

export interface Boot {
  readonly kind: 'boot';
  readonly bootId: Bytes;
  readonly monotonicNs: bigint;
  readonly wall: Wall | null;
  readonly clock: number;
  readonly software: string;
  readonly key: string;
}

export interface Clock {
  readonly kind: 'clock';
  readonly monotonicNs: bigint;
  readonly before: Wall | null;
  readonly after: Wall | null;
  readonly clock: number;
}

export interface Configuration {
  readonly kind: 'configuration';
  readonly channel: string;
  readonly definition: string;
  readonly file: Bytes;
  readonly who: string;
}

export interface Calibration {
  readonly kind: 'calibration';
  readonly channel: string;
  readonly date: string;
  readonly certificate: string;
  readonly who: string;
  readonly coefficients: string;
}

const EVENTS = ['maintenance', 'tamper', 'alarm', 'key_rotation', 'software'] as const;

export interface Event {
  readonly kind: typeof EVENTS[number];
  readonly monotonicNs: bigint;
  readonly wall: Wall | null;
  readonly subject: string;
  readonly text: string;
  readonly who: string;
}

/** Of another version or kind: its form is checked, its meaning is not known. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly version: bigint;
  readonly number: bigint;
}

export type Entry = Reading | Seal | Gap | Boot | Clock | Configuration | Calibration | Event | Unknown;

const wall = (from: CborReader): Wall | null => (from.isNull() ? null : presentWall(from));

function presentWall(from: CborReader): Wall {
  from.array(2, 2);
  return { seconds: seconds(from), uncertaintyMs: from.small(UINT32) };
}

function seconds(from: CborReader): number {
  const found = from.float();
  need(found >= 0 && found < LAST_SECOND, "a wall clock's seconds");
  return found;
}

const text = (from: CborReader): string => from.text(MAX_ENTRY);
const hash = (from: CborReader): Bytes => from.bytes(32, 32);
const list = <T>(from: CborReader, most: number, least: number, item: (from: CborReader) => T): T[] =>
  Array.from({ length: from.array(most, least) }, () => item(from));

/** How many items each kind has behind version, kind and salt, and how they are read, in the order in which they stand. */
const KINDS: readonly [items: number, read: (from: CborReader) => Entry][] = [
  [7, reading],
  [9, from => ({ kind: 'seal', first: from.uint(), last: from.uint(), counts: list(from, 4, 4, each => each.uint()), fromNs: from.uint(), toNs: from.uint(),
    wall: wall(from), clock: from.small(256), beacon: beacon(from), previous: hash(from) })],
  [5, from => ({ kind: 'gap', channels: list(from, MAX_ENTRY, 0, text), from: wall(from), to: wall(from), why: from.small(256), detail: text(from) })],
  [6, from => ({ kind: 'boot', bootId: from.bytes(16, 16), monotonicNs: from.uint(), wall: wall(from), clock: from.small(256), software: text(from), key: text(from) })],
  [4, from => ({ kind: 'clock', monotonicNs: from.uint(), before: wall(from), after: wall(from), clock: from.small(256) })],
  [4, from => ({ kind: 'configuration', channel: text(from), definition: text(from), file: hash(from), who: text(from) })],
  [5, from => ({ kind: 'calibration', channel: text(from), date: text(from), certificate: text(from), who: text(from), coefficients: text(from) })],
  ...EVENTS.map((kind): [number, (from: CborReader) => Event] =>
    [5, from => ({ kind, monotonicNs: from.uint(), wall: wall(from), subject: text(from), text: text(from), who: text(from) })]),
];

/** @throws Malformed */
export function decodeEntry(data: Bytes): Entry {
  need(data.length > 0 && data.length <= MAX_ENTRY, 'an entry of no bytes or of more than 61,440');
  const from = new CborReader(data);
  const items = from.array(MAX_ENTRY, 3);
  const version = from.uint(), number = from.uint();
  from.bytes(16, 16);
  const known = version === 1n ? KINDS[Number(number)] : undefined;
  let entry: Entry;
  if (known === undefined) {
    entry = { kind: 'unknown', version, number };
    for (let left = items - 3; left > 0; left--)
      from.skip(1);
  } else {
    need(items === 3 + known[0], 'an item too many or too few');
    entry = known[1](from);
  }
  from.end();
  return entry;
}

/** A SenML record with the labels 0, 1, 2, 6 of RFC 8428, then the rest. */
function reading(from: CborReader): Reading {
  let left = from.map(4, 2);
  label(from, 0);
  const channel = from.text(64, 1);
  label(from, 1);
  const unit = from.text(64, 1);
  left -= 2;
  let value: number | null = null, time: number | null = null;
  if (left > 0) {
    const next = from.uint();
    need(next === 2n || (next === 6n && left === 1), 'the labels of a SenML record');
    if (next === 2n)
      value = from.float();
    else
      time = seconds(from);
    if (left === 2) {
      label(from, 6);
      time = seconds(from);
    }
  }
  const raw = from.isNull() ? null : from.int64();
  const quality = from.small(3), reason = from.small(256), monotonicNs = from.uint();
  const uncertaintyMs = from.isNull() ? null : from.small(UINT32);
  need((time === null) === (uncertaintyMs === null), 'a time without uncertainty, or the reverse');
  return { kind: 'reading', channel, unit, value, raw, quality, reason, monotonicNs,
    wall: time === null ? null : { seconds: time, uncertaintyMs: uncertaintyMs! }, context: hash(from) };
}

function label(from: CborReader, wanted: number): void {
  need(from.uint() === BigInt(wanted), 'the labels of a SenML record');
}

function beacon(from: CborReader): Seal['beacon'] {
  if (from.isNull())
    return null;
  from.array(2, 2);
  return { height: from.uint(), hash: hash(from) };
}

/** The parts of a context, in their order. */
export const PARTS = ['boot', 'configuration', 'calibration', 'clock', 'seal'] as const;

export type Part = typeof PARTS[number];

const CONTEXT = toUtf8('edge-context/v1\n');
const NO_LEAF: Bytes = new Uint8Array(32);

/** Section 2, Context: over five leaf hashes in their order, null where there is no entry; in hexadecimal. */
export const contextOf = (h: Hash, leaves: readonly (Bytes | null)[]): string => toHex(h(join(CONTEXT, ...leaves.map(leaf => leaf ?? NO_LEAF))));
