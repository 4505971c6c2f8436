import type { Bytes } from './bytes.ts';
import { Malformed, need } from './malformed.ts';

export const LIMIT = 1n << 63n;

/** Section 1, Decimal: below 2^63, without sign or leading zero. */
export function decimal(text: string): bigint {
  need(/^(0|[1-9][0-9]{0,18})$/.test(text), 'a decimal number');
  const value = BigInt(text);
  need(value < LIMIT, 'a number of 2^63 or more');
  return value;
}

/** Section 1, Base64: a value has one text. */
export function fromBase64(text: string, size?: number): Bytes {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new Malformed('Base64');
  }
  need(btoa(binary) === text, 'Base64 that is not the one text of its bytes');
  need(size === undefined || binary.length === size, `not ${size} bytes`);
  return Uint8Array.from(binary, c => c.charCodeAt(0));
}

export function toBase64(data: Bytes): string {
  let binary = '';
  for (let at = 0; at < data.length; at += 8192)
    binary += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(binary);
}

/** The lines of a text whose last line is ended. */
export function lines(text: string): string[] {
  need(text.endsWith('\n'), 'the last line is not ended');
  return text.slice(0, -1).split('\n');
}
