import type { Bytes } from '../forms/bytes.ts';
import { Malformed } from '../forms/malformed.ts';
import type { Refusal } from '../report/report.ts';
import { fromBase45 } from './base45.ts';

/** Section 18: characters of the largest code, and codes that a file may be told in. */
export const MAX_CHARACTERS = 4296;
export const MAX_PARTS = 16;

const SHOWN = 80;

/** What one code tells of a file: the whole, or a part. */
export interface Part {
  /** From 1. */
  readonly place: number;
  readonly count: number;
  /** The same in all parts of a file; empty of a whole one. */
  readonly digest: string;
  readonly bytes: Bytes;
}

/** The text of a QR code, whatever it is. */
export function readCode(text: string): Part | Refusal {
  const version = /^EDGE(\d{1,9})[:/]/.exec(text)?.[1];
  if (version === undefined)
    return { reason: /^https?:\/\//i.test(text) ? 'code_address' : 'code_other', detail: text.slice(0, SHOWN) };
  if (version !== '1')
    return { reason: 'code_newer', detail: version };
  const [, place = '1', count = '1', digest = '', data] = /^EDGE1(?:\/([1-9]\d?)\/([1-9]\d?)\/([\dA-F]{8}))?:([^]*)$/.exec(text) ?? [];
  const part = { place: Number(place), count: Number(count), digest };
  if (data === undefined || text.length > MAX_CHARACTERS || part.place > part.count || part.count > MAX_PARTS || (digest !== '' && part.count < 2))
    return { reason: 'code_damaged', detail: '' };
  try {
    return { ...part, bytes: fromBase45(data) };
  } catch (e) {
    if (e instanceof Malformed)
      return { reason: 'code_damaged', detail: '' };
    throw e;
  }
}

/** Texts of codes, one in a line, as a program that scans codes writes them; null: it is something else. */
export function codeLines(file: Bytes): string[] | null {
  if (file.length > MAX_PARTS * (MAX_CHARACTERS + 2) || !/^(EDGE\d{1,9}[:/]|https?:\/\/)/.test(String.fromCharCode(...file.subarray(0, 16))))
    return null;
  return new TextDecoder().decode(file).split(/\r?\n/).filter(line => line !== '');
}
