import { toHex, toUtf8 } from '../source/forms/bytes.ts';
import { decodeEntry, contextOf } from '../source/entries/entry.ts';
import type { Entry, Wall } from '../source/entries/entry.ts';
import type { Hash } from '../source/hashes/sha256.ts';
import { sha256 } from '../source/hashes/sha256.ts';
import { sm3 } from '../source/hashes/sm3.ts';
import { isConsistent, leafHash, nodeHash, rootOfMultiproof, rootOfPath } from '../source/logs/merkle.ts';
import { areEqual } from '../source/forms/bytes.ts';
import type { Bytes } from '../source/forms/bytes.ts';
import { equal, keyed, refused } from './expect.ts';
import { bytesOf } from './files.ts';

/** entries.json */

const KINDS = ['Reading', 'Seal', 'Gap', 'Boot', 'Clock', 'Configuration', 'Calibration', 'Maintenance', 'Tamper', 'Alarm', 'KeyRotation', 'Software'];
const snake = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

export function entry(found: any): void {
  const { kind, name, fields, bytes, leaf } = keyed(found, 'index', 'kind', 'name', 'salt', 'fields', 'bytes', 'leaf');
  const read = decodeEntry(bytesOf(bytes));
  equal(read.kind, snake(KINDS[kind]!), 'kind');
  equal(read.kind, snake(name), 'name');
  equal(fieldsOf(read), fields, 'fields');
  equal(toHex(leafHash(sha256, bytesOf(bytes))), leaf, 'leaf');
}

const wallOf = (wall: Wall | null) => wall && { seconds: wall.seconds, uncertainty_ms: wall.uncertaintyMs };

/** Under the names of the vectors. */
function fieldsOf(read: Entry): unknown {
  switch (read.kind) {
    case 'reading':
      return { channel: read.channel, unit: read.unit, value: read.value, time: read.wall?.seconds ?? null, raw: read.raw, quality: read.quality, reason: read.reason,
        monotonic_ns: read.monotonicNs, uncertainty_ms: read.wall?.uncertaintyMs ?? null, context: toHex(read.context) };
    case 'seal':
      return { first: read.first, last: read.last, counts: read.counts, from_ns: read.fromNs, to_ns: read.toNs, wall: wallOf(read.wall), clock: read.clock,
        beacon: read.beacon && { height: read.beacon.height, hash: toHex(read.beacon.hash) }, previous: toHex(read.previous) };
    case 'gap':
      return { channels: read.channels, from: wallOf(read.from), to: wallOf(read.to), why: read.why, detail: read.detail };
    case 'boot':
      return { boot_id: toHex(read.bootId), monotonic_ns: read.monotonicNs, wall: wallOf(read.wall), clock: read.clock, software: read.software, key: read.key };
    case 'clock':
      return { monotonic_ns: read.monotonicNs, before: wallOf(read.before), after: wallOf(read.after), clock: read.clock };
    case 'configuration':
      return { channel: read.channel, definition: read.definition, file: toHex(read.file), who: read.who };
    case 'calibration':
      return { channel: read.channel, date: read.date, certificate: read.certificate, who: read.who, coefficients: read.coefficients };
    case 'unknown':
      return null;
    default:
      return { monotonic_ns: read.monotonicNs, wall: wallOf(read.wall), subject: read.subject, text: read.text, who: read.who };
  }
}

export function context(found: any): void {
  const { boot, configuration, calibration, clock, seal, hash } = keyed(found, 'boot', 'configuration', 'calibration', 'clock', 'seal', 'hash');
  equal(contextOf(sha256, [boot, configuration, calibration, clock, seal].map(bytesOf)), hash, 'hash');
}

export function unknownEntry(found: any): void {
  const { bytes, version, kind } = keyed(found, 'bytes', 'version', 'kind');
  equal(decodeEntry(bytesOf(bytes)), { kind: 'unknown', version, number: kind }, 'entry');
}

export function readEntry(found: any): void {
  equal(decodeEntry(bytesOf(keyed(found, 'name', 'bytes').bytes)).kind !== 'unknown', true, 'known');
}

export const refusedEntry = (found: any): void => refused(() => decodeEntry(bytesOf(keyed(found, 'name', 'bytes').bytes)));

export function entryLimit(found: any): void {
  const { head, piece, times, tail, read } = keyed(found, 'name', 'head', 'piece', 'times', 'tail', 'read');
  const decode = () => decodeEntry(bytesOf(head + piece.repeat(times) + tail));
  if (read)
    decode();
  else
    refused(decode);
}

/** trees.json, of either function */

export function trees(h: Hash) {
  const leaf = (i: number): Bytes => leafHash(h, bytesOf(i.toString(16).padStart(8, '0')));
  const rootOf = (begin: number, end: number): Bytes => {
    if (begin === end)
      return h(new Uint8Array());
    if (end - begin === 1)
      return leaf(begin);
    const half = 2 ** Math.floor(Math.log2(end - begin - 1) + 1e-9);
    return nodeHash(h, rootOf(begin, begin + half), rootOf(begin + half, end));
  };
  const root = (size: number): Bytes => rootOf(0, size);
  const leads = (found: Bytes | null, size: number): boolean => found !== null && areEqual(found, root(size));
  const pathLeads = (index: number, size: number, path: string[]): boolean => leads(rootOfPath(h, leaf(index), BigInt(index), BigInt(size), path.map(bytesOf)), size);
  const holds = (old: number, size: number, proof: string[]): boolean => isConsistent(h, BigInt(old), BigInt(size), root(old), root(size), proof.map(bytesOf));
  const multiLeads = (size: number, indices: number[], proof: string[]): boolean =>
    leads(rootOfMultiproof(h, BigInt(size), indices.map(BigInt), indices.map(leaf), proof.map(bytesOf)), size);
  const zero = '00'.repeat(32);
  return {
    roots: (found: any) => { const { size, root: wanted } = keyed(found, 'size', 'root'); equal(toHex(root(size)), wanted, 'root'); },
    inclusion: (found: any) => {
      const { index, size, path } = keyed(found, 'index', 'size', 'path');
      equal([pathLeads(index, size, path), pathLeads(index, size, [...path, zero]), path.length > 0 && pathLeads(index, size, path.slice(1))], [true, false, false], 'leads');
    },
    consistency: (found: any) => {
      const { old, size, proof } = keyed(found, 'old', 'size', 'proof');
      equal([holds(old, size, proof), holds(old, size, [...proof, zero])], [true, false], 'holds');
    },
    multi: (found: any) => { const { size, indices, proof } = keyed(found, 'size', 'indices', 'proof'); equal(multiLeads(size, indices, proof), true, 'leads'); },
    refused_inclusion: (found: any) => { const { index, size, path } = keyed(found, 'name', 'index', 'size', 'path'); equal(pathLeads(index, size, path), false, 'leads'); },
    refused_consistency: (found: any) => { const { old, size, proof } = keyed(found, 'name', 'old', 'size', 'proof'); equal(holds(old, size, proof), false, 'holds'); },
    refused_multi: (found: any) => { const { size, indices, proof } = keyed(found, 'name', 'size', 'indices', 'proof'); equal(multiLeads(size, indices, proof), false, 'leads'); },
  };
}

export function sm3Hash(found: any): void {
  const { message, hash } = keyed(found, 'message', 'hash');
  equal(toHex(sm3(toUtf8(message))), hash, 'hash');
}
