import type { Bytes } from '../forms/bytes.ts';
import { fromUtf8, join, startsWith, toHex, toUtf8 } from '../forms/bytes.ts';
import { Malformed, need } from '../forms/malformed.ts';
import { decimal, fromBase64 } from '../forms/text.ts';
import { sha256 } from '../hashes/sha256.ts';
import type { Signatures } from '../keys/signatures.ts';
import { MAX_PATH } from '../logs/merkle.ts';
import type { Cause, Cosigner } from '../notes/acceptance.ts';
import { accept, notBefore, Refused } from '../notes/acceptance.ts';
import type { Note } from '../notes/note.ts';
import { parseNote } from '../notes/note.ts';
import type { Policy } from '../notes/policy.ts';
import type { FaultNumber } from './verdict.ts';
import { Fault } from './verdict.ts';

/** Section 7: what the city's log holds and how a gateway's file refers to it. */

export const MAX_LEAF = 32_768;
const ANCHOR = toUtf8('edge-anchor/v1\n');

export const anchorLeaf = (note: Note): Bytes => join(ANCHOR, note.bytes);

export const blockHash = (note: Note): Bytes => sha256(note.bytes);

/** c2sp.org/tlog-proof@v1. */
export interface TlogProof {
  readonly extra: Bytes | null;
  readonly index: bigint;
  readonly path: Bytes[];
  readonly note: Note;
}

/** @throws Malformed */
export function parseProof(data: Bytes): TlogProof {
  const empty = data.findIndex((byte, i) => byte === 10 && data[i + 1] === 10);
  need(empty >= 0, 'no empty line before the checkpoint');
  const [head, ...fields] = fromUtf8(data.subarray(0, empty)).split('\n');
  need(head === 'c2sp.org/tlog-proof@v1', 'not a tlog-proof');
  let extra: Bytes | null = null;
  if (fields[0]?.startsWith('extra ')) {
    extra = fromBase64(fields.shift()!.slice('extra '.length));
    need(extra.length <= MAX_LEAF, 'extra of more than 32,768 bytes');
  }
  const index = fields.shift();
  need(index !== undefined && index.startsWith('index '), 'no index');
  need(fields.length <= MAX_PATH, 'more than 63 hashes');
  return { extra, index: decimal(index.slice('index '.length)), path: fields.map(each => fromBase64(each, 32)), note: parseNote(data.subarray(empty + 2)) };
}

/** The gateway's note in an anchor leaf. @throws Malformed */
export function parseAnchorLeaf(leaf: Bytes | null): Note {
  if (leaf === null || !startsWith(leaf, ANCHOR))
    throw new Malformed('no anchor leaf');
  return parseNote(leaf.subarray(ANCHOR.length));
}

const FAULT_OF: Record<Cause, FaultNumber> = {
  other_origin: 4, unknown_log: 3, not_signed_by_log: 4, bad_log_signature: 4, bad_cosignature: 5, no_quorum: 6,
};

/**
 * What was asked of a note; if that was refused, the fault: the number given, or else that of section 11, step 4.
 * @throws Fault
 */
export async function orFault<T>(asked: Promise<T>, number?: FaultNumber): Promise<T> {
  try {
    return await asked;
  } catch (e) {
    throw e instanceof Refused ? new Fault(number ?? FAULT_OF[e.why], e.about, e.why) : e;
  }
}

/**
 * Step 7: blocks that seals name, in the order in which they first do.
 * @param named hashes of blocks, in that order
 * @returns not before, by the block's hash in hexadecimal
 * @throws Malformed
 * @throws Fault 11
 */
export async function lowerBounds(policy: Policy, blocks: Note[], named: Bytes[], city: string, by: Signatures): Promise<Map<string, bigint | null>> {
  const places = new Map<string, number>();
  named.forEach(hash => { const hex = toHex(hash); if (!places.has(hex)) places.set(hex, places.size); });
  const hashes = blocks.map(block => toHex(blockHash(block)));
  hashes.forEach((hash, i) => {
    need(places.has(hash), 'a block that no seal names');
    need(i === 0 || places.get(hashes[i - 1]!)! < places.get(hash)!, 'blocks that are not in the order of their seals');
  });
  const bounds = new Map<string, bigint | null>();
  for (const [i, block] of blocks.entries()) {
    const signed: Cosigner[] = await orFault(accept(policy, block, city, by), 11);
    bounds.set(hashes[i]!, notBefore(policy, signed));
  }
  return bounds;
}
