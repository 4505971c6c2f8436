import type { Bytes } from '../forms/bytes.ts';
import { areEqual } from '../forms/bytes.ts';
import { need } from '../forms/malformed.ts';
import type { Hash } from '../hashes/sha256.ts';

/** Section 3: trees and their proofs, with the log's H as a parameter. */

export const MAX_PATH = 63;

export function leafHash(h: Hash, entry: Bytes): Bytes {
  const data = new Uint8Array(1 + entry.length);
  data.set(entry, 1);
  return h(data);
}

export function nodeHash(h: Hash, left: Bytes, right: Bytes): Bytes {
  const data = new Uint8Array(65);
  data[0] = 1;
  data.set(left, 1);
  data.set(right, 33);
  return h(data);
}

/** RFC 9162 section 2.1.3.2: the root that a path implies; null if it has another length than it must. */
export function rootOfPath(h: Hash, leaf: Bytes, index: bigint, size: bigint, path: Bytes[]): Bytes | null {
  if (index >= size)
    return null;
  let [fn, sn, result] = [index, size - 1n, leaf];
  for (const each of path) {
    if (sn === 0n)
      return null;
    if (fn & 1n || fn === sn) {
      result = nodeHash(h, each, result);
      while (!(fn & 1n) && fn !== 0n)
        [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      result = nodeHash(h, result, each);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n ? result : null;
}

/** Section 3: whether the larger tree begins with the smaller; empty and equal trees need no proof. */
export function isConsistent(h: Hash, old: bigint, size: bigint, oldRoot: Bytes, newRoot: Bytes, path: Bytes[]): boolean {
  if (old === size)
    return path.length === 0 && areEqual(oldRoot, newRoot);
  if (old === 0n)
    return path.length === 0 && areEqual(oldRoot, h(new Uint8Array()));
  const roots = rootsOfConsistency(h, old, size, oldRoot, path);
  return roots !== null && areEqual(roots[0], oldRoot) && areEqual(roots[1], newRoot);
}

/** RFC 9162 section 2.1.4.2: the old and the new root that a proof implies, for 1 <= old < size; null if it has another length than it must. */
export function rootsOfConsistency(h: Hash, old: bigint, size: bigint, oldRoot: Bytes, path: Bytes[]): [old: Bytes, latest: Bytes] | null {
  const [start, ...rest] = (old & (old - 1n)) === 0n ? [oldRoot, ...path] : path;
  if (start === undefined || old < 1n || old >= size)
    return null;
  let [fn, sn] = [old - 1n, size - 1n];
  while (fn & 1n)
    [fn, sn] = [fn >> 1n, sn >> 1n];
  let [first, second] = [start, start];
  for (const each of rest) {
    if (sn === 0n)
      return null;
    if (fn & 1n || fn === sn) {
      [first, second] = [nodeHash(h, each, first), nodeHash(h, each, second)];
      while (!(fn & 1n) && fn !== 0n)
        [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      second = nodeHash(h, second, each);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n ? [first, second] : null;
}

/** The root that leaves at strictly ascending indices and a multiproof imply; null if a hash is too many or too few, or an index not below the size. */
export function rootOfMultiproof(h: Hash, size: bigint, indices: bigint[], leaves: Bytes[], proof: Bytes[]): Bytes | null {
  if (indices.length === 0 || indices[indices.length - 1]! >= size || indices.some((index, i) => i > 0 && indices[i - 1]! >= index))
    return null;
  let used = 0;
  // Deep as the tree is high, at most 63. Places from first up to last are those of indices in [begin, begin + width).
  const walk = (begin: bigint, width: bigint, first: number, last: number): Bytes | null => {
    if (first === last)
      return proof[used++] ?? null;
    if (width === 1n)
      return leaves[first]!;
    const half = largestPowerBelow(width);
    const cut = firstAtLeast(indices, begin + half, first, last);
    const left = walk(begin, half, first, cut);
    const right = left && walk(begin + half, width - half, cut, last);
    return left && right && nodeHash(h, left, right);
  };
  const root = walk(0n, size, 0, indices.length);
  return used === proof.length ? root : null;
}

function largestPowerBelow(size: bigint): bigint {
  return 1n << BigInt((size - 1n).toString(2).length - 1);
}

function firstAtLeast(ascending: bigint[], wanted: bigint, first: number, last: number): number {
  while (first < last) {
    const middle = (first + last) >> 1;
    if (ascending[middle]! >= wanted)
      last = middle;
    else
      first = middle + 1;
  }
  return first;
}

/** Hashes out of their concatenation. */
export function split(data: Bytes, most = Infinity): Bytes[] {
  need(data.length % 32 === 0 && data.length <= 32 * most, 'hashes of 32 bytes, joined');
  return Array.from({ length: data.length / 32 }, (_, i) => data.subarray(32 * i, 32 * i + 32));
}
