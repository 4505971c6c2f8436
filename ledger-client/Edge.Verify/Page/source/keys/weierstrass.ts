import type { Bytes } from '../forms/bytes.ts';
import { toBigInt } from '../forms/bytes.ts';

/** Jacobian coordinates: x = X/Z^2, y = Y/Z^3; Z = 0 is the neutral element. */
export type Point = readonly [bigint, bigint, bigint];

const NEUTRAL: Point = [1n, 1n, 0n];

/** The inverse modulo a prime. */
export function inverse(value: bigint, prime: bigint): bigint {
  let [a, b, x, y] = [value % prime, prime, 1n, 0n];
  while (a > 1n) {
    const q = b / a;
    [a, b] = [b % a, a];
    [x, y] = [y - q * x, x];
  }
  return ((x % prime) + prime) % prime;
}

/** A curve y^2 = x^3 + ax + b of prime order n. Not for secrets. */
export class Curve {
  readonly g: Point;

  constructor(readonly p: bigint, readonly a: bigint, readonly b: bigint, readonly n: bigint, x: bigint, y: bigint) {
    this.g = [x, y, 1n];
  }

  /** The point that 04 || x || y stands for; null if it is not on the curve. */
  point(data: Bytes): Point | null {
    if (data.length !== 65 || data[0] !== 4)
      return null;
    const x = toBigInt(data.subarray(1, 33)), y = toBigInt(data.subarray(33));
    return x < this.p && y < this.p && this.mod(y * y - x * x * x - this.a * x - this.b) === 0n ? [x, y, 1n] : null;
  }

  /** The affine x of u G + v Q; null for the neutral element. */
  xOfSum(u: bigint, v: bigint, q: Point): bigint | null {
    const both = this.add(this.g, q);
    let result = NEUTRAL;
    for (let bit = 255n; bit >= 0n; bit--) {
      result = this.double(result);
      const inU = (u >> bit) & 1n, inV = (v >> bit) & 1n;
      if (inU | inV)
        result = this.add(result, inU & inV ? both : inU ? this.g : q);
    }
    const [x, , z] = result;
    return z === 0n ? null : this.mod(x * inverse(this.mod(z * z), this.p));
  }

  /** (r, s) of the only form that SEQUENCE { INTEGER r, INTEGER s } has in DER, both in [1, n); else null. */
  signature(der: Bytes): [r: bigint, s: bigint] | null {
    if (der.length < 8 || der.length > 72 || der[0] !== 0x30 || der[1] !== der.length - 2)
      return null;
    const numbers: bigint[] = [];
    let at = 2;
    for (let i = 0; i < 2; i++) {
      const size = der[at + 1] ?? 0;
      const body = der.subarray(at + 2, at + 2 + size);
      if (der[at] !== 2 || size === 0 || body.length !== size || body[0]! >= 0x80 || (size > 1 && body[0] === 0 && body[1]! < 0x80))
        return null;
      numbers.push(toBigInt(body));
      at += 2 + size;
    }
    const [r, s] = numbers as [bigint, bigint];
    return at === der.length && r >= 1n && s >= 1n && r < this.n && s < this.n ? [r, s] : null;
  }

  private mod(value: bigint): bigint {
    const rest = value % this.p;
    return rest < 0n ? rest + this.p : rest;
  }

  private double([x, y, z]: Point): Point {
    if (z === 0n || y === 0n)
      return NEUTRAL;
    const yy = this.mod(y * y), s = this.mod(4n * x * yy), zz = this.mod(z * z);
    const m = this.mod(3n * x * x + this.a * zz * zz);
    const x3 = this.mod(m * m - 2n * s);
    return [x3, this.mod(m * (s - x3) - 8n * yy * yy), this.mod(2n * y * z)];
  }

  private add(one: Point, two: Point): Point {
    const [x1, y1, z1] = one, [x2, y2, z2] = two;
    if (z1 === 0n)
      return two;
    if (z2 === 0n)
      return one;
    const zz1 = this.mod(z1 * z1), zz2 = this.mod(z2 * z2);
    const u1 = this.mod(x1 * zz2), u2 = this.mod(x2 * zz1), s1 = this.mod(y1 * zz2 * z2), s2 = this.mod(y2 * zz1 * z1);
    if (u1 === u2)
      return s1 === s2 ? this.double(one) : NEUTRAL;
    const h = this.mod(u2 - u1), r = this.mod(s2 - s1), hh = this.mod(h * h), hhh = this.mod(h * hh), v = this.mod(u1 * hh);
    const x3 = this.mod(r * r - hhh - 2n * v);
    return [x3, this.mod(r * (v - x3) - s1 * hhh), this.mod(h * z1 * z2)];
  }
}
