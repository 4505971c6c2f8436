import type { Bytes } from '../forms/bytes.ts';
import { areEqual, startsWith, toUtf8 } from '../forms/bytes.ts';
import { need } from '../forms/malformed.ts';
import { sha256 } from '../hashes/sha256.ts';
import { Fault } from './verdict.ts';

export const MAX_FILE = 64 << 20;

/** Sections 10 and 12: a header line, content, and the SHA-256 of both. */
export const HEADERS = ['edge-evidence/v1', 'edge-evidence/v2', 'edge-equivocation/v1'] as const;

export type Header = typeof HEADERS[number];

/** The header line that a file begins with, if it is one of these. */
export const headerOf = (file: Bytes): Header | null => HEADERS.find(header => startsWith(file, toUtf8(`${header}\n`))) ?? null;

/**
 * The content of a file whose digest fits.
 * @throws Malformed
 * @throws Fault 1
 */
export function contentOf(file: Bytes, header: Header): Bytes {
  need(file.length <= MAX_FILE, 'a file of more than 64 MiB');
  const begin = header.length + 1, end = file.length - 32;
  if (end < begin || !areEqual(sha256(file.subarray(0, end)), file.subarray(end)))
    throw new Fault(1);
  return file.subarray(begin, end);
}
