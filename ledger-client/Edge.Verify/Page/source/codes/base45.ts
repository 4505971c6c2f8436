import type { Bytes } from '../forms/bytes.ts';
import { need } from '../forms/malformed.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** RFC 9285. @throws Malformed */
export function fromBase45(text: string): Bytes {
  const data: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map(sign => ALPHABET.indexOf(sign));
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0), isPair = digits.length === 3;
    need(digits.length > 1 && digits.every(digit => digit >= 0) && value < (isPair ? 0x10000 : 0x100), 'Base45');
    data.push(...(isPair ? [value >> 8, value & 255] : [value]));
  }
  return Uint8Array.from(data);
}
