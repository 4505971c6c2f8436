import type { Bytes } from '../forms/bytes.ts';
import { fromBigInt, join } from '../forms/bytes.ts';

const MASK = 2n ** 64n - 1n;
const primes = firstPrimes(80);
const rounds = primes.map(prime => root(prime, 3n));
const initial = primes.slice(0, 8).map(prime => root(prime, 2n));

/** FIPS 180-4, plainly: for the short messages of signatures. */
export function sha512(data: Bytes): Bytes {
  const zeros = 111 - (data.length % 128);
  const message = join(data, Uint8Array.of(0x80), new Uint8Array(zeros < 0 ? zeros + 128 : zeros), fromBigInt(BigInt(data.length) * 8n, 16));
  const view = new DataView(message.buffer);
  let state = initial;
  for (let at = 0; at < message.length; at += 128)
    state = compress(state, view, at);
  return join(...state.map(word => fromBigInt(word, 8)));
}

const rotate = (word: bigint, count: bigint): bigint => ((word >> count) | (word << (64n - count))) & MASK;

function compress(state: bigint[], view: DataView, at: number): bigint[] {
  const w = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + 8 * i));
  for (let i = 16; i < 80; i++) {
    const a = w[i - 15]!, b = w[i - 2]!;
    const s0 = rotate(a, 1n) ^ rotate(a, 8n) ^ (a >> 7n), s1 = rotate(b, 19n) ^ rotate(b, 61n) ^ (b >> 6n);
    w.push((w[i - 16]! + s0 + w[i - 7]! + s1) & MASK);
  }
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  for (let i = 0; i < 80; i++) {
    const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const t1 = h + s1 + ((e & f) ^ ((e ^ MASK) & g)) + rounds[i]! + w[i]!;
    const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]!) & MASK);
}

/** The first 64 bits of the fraction of a root. */
function root(number: number, degree: bigint): bigint {
  const scaled = BigInt(number) << (64n * degree);
  let low = 0n, high = 1n << 72n;
  while (low + 1n < high) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= scaled)
      low = middle;
    else
      high = middle;
  }
  return low & MASK;
}

export function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every(prime => candidate % prime !== 0))
      found.push(candidate);
  }
  return found;
}
