import { Malformed } from './malformed.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

const utf8Reader = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8Writer = new TextEncoder();
const digits = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

export const toHex = (data: Bytes): string => data.reduce((hex, byte) => hex + digits[byte], '');

/** The bytes of pairs of hexadecimal digits. */
export const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));

export const toUtf8 = (text: string): Bytes => utf8Writer.encode(text) as Bytes;

/** @throws Malformed */
export function fromUtf8(data: Bytes): string {
  try {
    return utf8Reader.decode(data);
  } catch {
    throw new Malformed('text that is not UTF-8');
  }
}

export function join(...parts: Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const areEqual = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const startsWith = (data: Bytes, head: Bytes): boolean => data.length >= head.length && areEqual(data.subarray(0, head.length), head);

/** The order of their bytes: below zero when a comes first. */
export function compare(a: Bytes, b: Bytes): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) {
    if (a[i] !== b[i])
      return a[i]! - b[i]!;
  }
  return a.length - b.length;
}

/** Big-endian. */
export const toBigInt = (data: Bytes): bigint => (data.length === 0 ? 0n : BigInt(`0x${toHex(data)}`));

/** Big-endian, of exactly so many bytes. */
export const fromBigInt = (value: bigint, size: number): Bytes => fromHex(value.toString(16).padStart(2 * size, '0'));
