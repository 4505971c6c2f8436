import type { Bytes } from '../forms/bytes.ts';
import { areEqual, fromUtf8, toHex, toUtf8 } from '../forms/bytes.ts';
import { need } from '../forms/malformed.ts';
import { decimal, fromBase64, lines, toBase64 } from '../forms/text.ts';
import { isKeyName } from '../keys/key.ts';
import { hashOf } from '../logs/origin.ts';

export const MAX_NOTE = 65_536;
export const MAX_SIGNATURES = 100;
const MAX_SIGNATURES_IN_FILE = 1_000_000;
const DASH = '\u2014 ';

/** A signature line: the key that it names, and what that signed. */
export interface Signature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly blob: Bytes;
}

/** Section 4: a signed note. */
export interface Note {
  /** As it was written: a block's hash is over this. */
  readonly bytes: Bytes;
  /** What is signed. */
  readonly text: Bytes;
  readonly signatures: Signature[];
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Bytes;
}

/** @throws Malformed */
export function parseNote(data: Bytes): Note {
  const note = printable(data);
  const at = note.lastIndexOf('\n\n');
  need(at >= 0, 'no empty line');
  return { bytes: data, text: toUtf8(note.slice(0, at + 1)), signatures: parseLines(note.slice(at + 2)) };
}

/** Signature lines alone: a witness's answer. */
export const parseSignatures = (data: Bytes): Signature[] => parseLines(printable(data));

/** A note's text that is exactly origin, size and root. */
export function parseCheckpoint(text: Bytes): Checkpoint {
  const fields = lines(fromUtf8(text));
  need(fields.length === 3, 'not three lines');
  const [origin, size, root] = [fields[0]!, decimal(fields[1]!), fromBase64(fields[2]!, 32)];
  need(isKeyName(origin), 'an origin that cannot name a key');
  need(size > 0n || areEqual(root, hashOf(origin)(new Uint8Array())), "size 0 with another root than the empty tree's");
  return { origin, size, root };
}

/** A checkpoint made again from its parts, in the form and limits of a note that was read. */
export function writeCheckpoint(checkpoint: Checkpoint, signatures: readonly (readonly [name: string, data: Bytes])[]): Note {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
  const note = parseNote(toUtf8(`${text}\n${signatures.map(([name, data]) => `${DASH}${name} ${toBase64(data)}\n`).join('')}`));
  parseCheckpoint(note.text);
  return note;
}

/** The limit over all notes of one evidence file. */
export function limitSignatures(counts: number[]): void {
  need(counts.reduce((sum, count) => sum + count, 0) <= MAX_SIGNATURES_IN_FILE, 'more than 1,000,000 signatures');
}

function printable(data: Bytes): string {
  need(data.length <= MAX_NOTE, 'more than 65,536 bytes');
  const text = fromUtf8(data);
  need(!/[\0-\x09\x0b-\x1f]/.test(text), 'a control character');
  return text;
}

function parseLines(text: string): Signature[] {
  const found = lines(text);
  need(found.length <= MAX_SIGNATURES, 'more than 100 signatures');
  return found.map(line => {
    need(line.startsWith(DASH), 'not a signature line');
    const fields = line.slice(DASH.length).split(' ');
    need(fields.length === 2 && isKeyName(fields[0]!), 'not a key name and a signature');
    const data = fromBase64(fields[1]!);
    need(data.length >= 5, 'a signature without its blob');
    return { name: fields[0]!, id: toHex(data.subarray(0, 4)), blob: data.subarray(4) };
  });
}
