import type { Bytes } from '../forms/bytes.ts';
import { areEqual, join, toHex } from '../forms/bytes.ts';
import { sha512 } from '../hashes/sha512.ts';

/** Ed25519 as SPEC.md section 4 wants it: RFC 8032 section 5.1.7 without the cofactor, and no key of small order. Not for secrets. */

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = mod(-121665n * power(121666n, P - 2n));
const ROOT = power(2n, (P - 1n) / 4n);

/** X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z. */
type Point = readonly [bigint, bigint, bigint, bigint];

const NEUTRAL: Point = [0n, 1n, 1n, 0n];
const BASE = decode(encodeNumber(mod(4n * power(5n, P - 2n))))!;

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base % P; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n)
      result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = mod((y1 - x1) * (y2 - x2));
  const b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * t2 * D);
  const d = mod(2n * z1 * z2);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function littleEndian(data: Bytes): bigint {
  return BigInt(`0x${toHex(data.slice().reverse())}`);
}

function encodeNumber(value: bigint): Bytes {
  return Uint8Array.from(value.toString(16).padStart(64, '0').match(/../g)!, pair => parseInt(pair, 16)).reverse();
}

/** RFC 8032 section 5.1.3; null where it does not decode. */
function decode(data: Bytes): Point | null {
  const number = littleEndian(data);
  const sign = number >> 255n;
  const y = number & (2n ** 255n - 1n);
  if (y >= P)
    return null;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = mod(u * v ** 3n * power(mod(u * v ** 7n), (P - 5n) / 8n));
  const square = mod(v * x * x);
  if (square === mod(-u))
    x = mod(x * ROOT);
  else if (square !== u)
    return null;
  if (x === 0n && sign === 1n)
    return null;
  if ((x & 1n) !== sign)
    x = P - x;
  return [x, y, 1n, mod(x * y)];
}

function encode([x, y, z]: Point): Bytes {
  const inverse = power(z, P - 2n);
  return encodeNumber(mod(y * inverse) | ((mod(x * inverse) & 1n) << 255n));
}

/** The key's point; null if it is none, or one whose order divides 8: anybody could sign under it. */
function pointOf(key: Bytes): Point | null {
  const point = decode(key);
  if (point === null)
    return null;
  let times = point;
  for (let i = 0; i < 3; i++)
    times = add(times, times);
  return times[0] === 0n && times[1] === times[2] ? null : point;
}

/** u B + v A, by Shamir's trick. */
function sum(u: bigint, v: bigint, a: Point): Point {
  const both = add(BASE, a);
  let result = NEUTRAL;
  for (let bit = 252n; bit >= 0n; bit--) {
    result = add(result, result);
    const inU = (u >> bit) & 1n, inV = (v >> bit) & 1n;
    if (inU | inV)
      result = add(result, inU & inV ? both : inU ? BASE : a);
  }
  return result;
}

/** Whether these 32 bytes can verify anything at all. */
export const canVerify = (key: Bytes): boolean => key.length === 32 && pointOf(key) !== null;

/** Whether S is below the order of the group. */
export const isReduced = (signature: Bytes): boolean => signature.length === 64 && littleEndian(signature.subarray(32)) < L;

export function verify(key: Bytes, message: Bytes, signature: Bytes): boolean {
  const point = key.length === 32 ? pointOf(key) : null;
  if (point === null || !isReduced(signature))
    return false;
  const r = signature.subarray(0, 32);
  const k = littleEndian(sha512(join(r, key, message))) % L;
  const negative: Point = [mod(-point[0]), point[1], point[2], mod(-point[3])];
  return areEqual(encode(sum(littleEndian(signature.subarray(32)), k, negative)), r);
}
