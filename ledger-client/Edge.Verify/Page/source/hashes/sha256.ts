import type { Bytes } from '../forms/bytes.ts';
import { firstPrimes } from './sha512.ts';

/** A hash function of 32 bytes. It answers at once, as a tree of a million nodes needs it. */
export type Hash = (data: Bytes) => Bytes;

const rounds = Int32Array.from(fractionsOfRoots(64, 1 / 3));
const initial = Int32Array.from(fractionsOfRoots(8, 1 / 2));
const schedule = new Int32Array(64);

/** FIPS 180-4. */
export function sha256(data: Bytes): Bytes {
  const state = initial.slice();
  const whole = data.length & ~63;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at < whole; at += 64)
    compress(state, view, at);
  const tail = padded(data.subarray(whole), data.length);
  for (let at = 0; at < tail.byteLength; at += 64)
    compress(state, tail, at);
  return words(state);
}

/** The last one or two blocks: rest, 80, zeros, length in bits. */
export function padded(rest: Bytes, length: number): DataView {
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const view = new DataView(tail.buffer);
  view.setBigUint64(tail.length - 8, BigInt(length) * 8n);
  return view;
}

/** A state as bytes. */
export function words(state: Int32Array): Bytes {
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  state.forEach((word, i) => view.setInt32(4 * i, word));
  return digest;
}

function compress(state: Int32Array, view: DataView, at: number): void {
  const w = schedule;
  for (let i = 0; i < 16; i++)
    w[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]!, b = w[i - 2]!;
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!, e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0]! += a; state[1]! += b; state[2]! += c; state[3]! += d; state[4]! += e; state[5]! += f; state[6]! += g; state[7]! += h;
}

/** The first 32 bits of the fractions of roots of the first primes. */
function fractionsOfRoots(count: number, power: number): number[] {
  return firstPrimes(count).map(prime => ((prime ** power % 1) * 2 ** 32) | 0);
}
