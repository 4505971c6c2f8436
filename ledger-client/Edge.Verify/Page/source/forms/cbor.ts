import type { Bytes } from './bytes.ts';
import { compare, fromUtf8 } from './bytes.ts';
import { need } from './malformed.ts';

export const UINT = 0;
export const NEGATIVE = 1;
export const BYTES = 2;
export const TEXT = 3;
export const ARRAY = 4;
export const MAP = 5;
export const TAG = 6;
export const SIMPLE = 7;

const MAX_DEPTH = 16;
const NULL = 0xf6;

/** Pulls deterministic CBOR (RFC 8949 section 4.2.1, SPEC.md section 2), so that every size is checked before memory is taken. Its methods throw Malformed. */
export class CborReader {
  at = 0;
  private readonly view: DataView;

  constructor(private readonly data: Bytes) {
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  /** The major type of the next item, nothing taken. */
  peek(): number {
    need(this.at < this.data.length, 'cut short');
    return this.data[this.at]! >> 5;
  }

  /** Whether a null came next; it is taken. */
  isNull(): boolean {
    need(this.at < this.data.length, 'cut short');
    if (this.data[this.at] !== NULL)
      return false;
    this.at++;
    return true;
  }

  uint(below = 1n << 64n): bigint {
    const value = this.argument(UINT);
    need(value < below, 'a number out of its range');
    return value;
  }

  /** A uint of which the bound is small. */
  small(below: number): number {
    return Number(this.uint(BigInt(below)));
  }

  /** A signed integer that fits 64 bits. */
  int64(): bigint {
    const isNegative = this.peek() === NEGATIVE;
    const value = this.argument(isNegative ? NEGATIVE : UINT);
    need(value < 1n << 63n, 'an integer beyond 64 signed bits');
    return isNegative ? -1n - value : value;
  }

  bytes(most: number, least = 0): Bytes {
    return this.take(this.length(BYTES, most, least));
  }

  text(most: number, least = 0): string {
    return fromUtf8(this.take(this.length(TEXT, most, least)));
  }

  /** An array's number of items. */
  array(most: number, least = 0): number {
    return this.length(ARRAY, most, least);
  }

  /** A map's number of pairs. */
  map(most: number, least = 0): number {
    return this.length(MAP, most, least);
  }

  /** A finite float in the shortest form that keeps it. */
  float(): number {
    need(this.peek() === SIMPLE, 'another type of item');
    const form = this.data[this.at]! & 31;
    need(form >= 25 && form <= 27, 'not a float');
    this.at++;
    const start = this.at;
    this.take(1 << (form - 24));
    const value = form === 25 ? half(this.view.getUint16(start)) : form === 26 ? this.view.getFloat32(start) : this.view.getFloat64(start);
    need(Number.isFinite(value), 'a float that is not finite');
    need(form === 25 || (form === 26 ? !fitsHalf(value) : Math.fround(value) !== value), 'a float that is not the shortest');
    return value;
  }

  /** Passes over any item of the form of section 2. */
  skip(depth = 0): void {
    const start = this.at;
    switch (this.peek()) {
      case UINT: case NEGATIVE:
        this.head();
        break;
      case BYTES:
        this.bytes(this.data.length);
        break;
      case TEXT:
        this.text(this.data.length);
        break;
      case ARRAY:
        need(depth < MAX_DEPTH, 'nested too deep');
        for (let left = this.array(this.data.length); left > 0; left--)
          this.skip(depth + 1);
        break;
      case MAP:
        need(depth < MAX_DEPTH, 'nested too deep');
        this.pairs(depth + 1);
        break;
      case SIMPLE:
        if (this.data[start]! >= 0xf4 && this.data[start]! <= NULL)
          this.at++;
        else
          this.float();
        break;
      default:
        need(false, 'a tag');
    }
  }

  /** Nothing may be left. */
  end(): void {
    need(this.at === this.data.length, 'bytes left over');
  }

  /** The bytes from an earlier place to here. */
  since(start: number): Bytes {
    return this.data.subarray(start, this.at);
  }

  /** Major type and argument of the next item; the shortest head only. */
  head(): [major: number, argument: bigint] {
    const first = this.take(1)[0]!;
    const form = first & 31;
    if (form < 24)
      return [first >> 5, BigInt(form)];
    need(form < 28, 'an indefinite length or a reserved head');
    const start = this.at;
    this.take(1 << (form - 24));
    const value = form === 24 ? BigInt(this.view.getUint8(start)) : form === 25 ? BigInt(this.view.getUint16(start))
      : form === 26 ? BigInt(this.view.getUint32(start)) : this.view.getBigUint64(start);
    need(value >= [24n, 0x100n, 0x10000n, 0x100000000n][form - 24]!, 'a head that is not the shortest');
    return [first >> 5, value];
  }

  private argument(major: number): bigint {
    need(this.peek() === major, 'another type of item');
    return this.head()[1];
  }

  private length(major: number, most: number, least: number): number {
    const length = this.argument(major);
    need(length >= BigInt(least) && length <= BigInt(most), 'another length');
    need(length <= BigInt(this.data.length - this.at), 'more announced than there are bytes');
    return Number(length);
  }

  private take(count: number): Bytes {
    need(count <= this.data.length - this.at, 'more announced than there are bytes');
    this.at += count;
    return this.data.subarray(this.at - count, this.at);
  }

  private pairs(depth: number): void {
    let before: Bytes | undefined;
    for (let left = this.map(this.data.length); left > 0; left--) {
      const start = this.at;
      this.skip(depth);
      const key = this.since(start);
      need(before === undefined || compare(before, key) < 0, 'map keys not ascending');
      before = key;
      this.skip(depth);
    }
  }
}

function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const size = exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits >> 15 ? -size : size;
}

const single = new DataView(new ArrayBuffer(4));

/** Whether a value of 32 bits has the same value in 16. */
function fitsHalf(value: number): boolean {
  if (value === 0)
    return true;
  single.setFloat32(0, value);
  const bits = single.getUint32(0);
  const exponent = ((bits >> 23) & 255) - 127;
  if (exponent < -24 || exponent > 15)
    return false;
  const dropped = exponent >= -14 ? 13 : -1 - exponent;
  return (bits & 0x7fffff) % 2 ** dropped === 0;
}
