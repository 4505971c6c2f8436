import type { Bytes } from '../forms/bytes.ts';
import { padded, words } from './sha256.ts';

const initial = Int32Array.of(0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e);
const schedule = new Int32Array(68);

/** GB/T 32905-2016. */
export function sm3(data: Bytes): Bytes {
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

const rotate = (word: number, count: number): number => (word << (count & 31)) | (word >>> (-count & 31));

function compress(state: Int32Array, view: DataView, at: number): void {
  const w = schedule;
  for (let i = 0; i < 16; i++)
    w[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 68; i++) {
    const x = w[i - 16]! ^ w[i - 9]! ^ rotate(w[i - 3]!, 15);
    w[i] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[i - 13]!, 7) ^ w[i - 6]!;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const early = i < 16;
    const ss1 = rotate((rotate(a, 12) + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, i)) | 0, 7);
    const ss2 = ss1 ^ rotate(a, 12);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + ss2 + (w[i]! ^ w[i + 4]!)) | 0;
    const tt2 = (gg + h + ss1 + w[i]!) | 0;
    d = c; c = rotate(b, 9); b = a; a = tt1;
    h = g; g = rotate(f, 19); f = e; e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i]! ^= word; });
}
