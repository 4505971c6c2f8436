import type { Bytes } from '../forms/bytes.ts';
import { areEqual, fromUtf8, join, toBigInt, toUtf8 } from '../forms/bytes.ts';
import { ARRAY, CborReader } from '../forms/cbor.ts';
import { need } from '../forms/malformed.ts';
import { LIMIT } from '../forms/text.ts';
import { sha256 } from '../hashes/sha256.ts';
import type { Key } from '../keys/key.ts';
import { P256 } from '../keys/p256.ts';
import type { Signatures } from '../keys/signatures.ts';
import { leafHash, MAX_PATH, rootOfPath, rootsOfConsistency } from '../logs/merkle.ts';

/** Section 17: COSE receipts (RFC 9942), the log's own word. */

const TAG = 0xd2;
const [ALG, KID, RECEIPTS, STRUCTURE, PROOFS, SIZE] = [1n, 4n, 394n, 395n, 396n, -65537n];
const ALGORITHMS: Readonly<Record<string, 'ed25519' | 'p256'>> = { '-8': 'ed25519', '-7': 'p256' };
const [MAX_RECEIPT, MAX_SIGNED] = [4096, 65_536];

interface Sign1 {
  readonly protected: Bytes;
  readonly alg: 'ed25519' | 'p256';
  readonly kid: string;
  /** What its protected headers say of the tree; null where they say nothing. */
  readonly size: bigint | null;
  readonly payload: Bytes | null;
  readonly signature: Bytes;
}

export interface Receipt {
  readonly signed: Sign1;
  readonly isInclusion: boolean;
  readonly size: bigint;
  /** The index, or the old size. */
  readonly number: bigint;
  readonly path: Bytes[];
}

export interface SignedEntry {
  readonly signed: Sign1;
  readonly entry: Bytes;
  readonly receipt: Receipt;
}

export const isCose = (data: Bytes): boolean => data[0] === TAG;

/** Whether it has what it is about with it, if it is well formed at all. */
export const hasEntry = (data: Bytes): boolean => {
  try {
    return sign1(data, MAX_SIGNED, false, from => from.skip()).payload !== null;
  } catch {
    return false;
  }
};

/** @throws Malformed */
export function parseReceipt(data: Bytes): Receipt {
  let kind = 0n, proof: Bytes = data;
  const signed = sign1(data, MAX_RECEIPT, true, from => {
    header(from, PROOFS);
    from.map(1, 1);
    kind = from.int64();
    from.array(1, 1);
    proof = from.bytes(data.length);
  });
  need(signed.payload === null, 'a payload that is not detached');
  need(kind === -1n || kind === -2n, 'another kind of proof');
  const isInclusion = kind === -1n, from = new CborReader(proof);
  from.array(3, 3);
  const [one, two] = [from.uint(LIMIT), from.uint(LIMIT)], path = Array.from({ length: from.array(MAX_PATH, 1) }, () => from.bytes(32, 32));
  from.end();
  const [size, number] = isInclusion ? [one, two] : [two, one];
  need(signed.size === size, 'another size in the header');
  need(isInclusion ? size >= 2n && number < size : number >= 1n && number < size, 'an index or a size out of range');
  return { signed, isInclusion, size, number, path };
}

/** @throws Malformed */
export function parseSignedEntry(data: Bytes): SignedEntry {
  let inner: Bytes = data;
  const signed = sign1(data, MAX_SIGNED, false, from => {
    header(from, RECEIPTS);
    from.array(1, 1);
    inner = from.bytes(data.length);
  });
  need(signed.payload !== null, 'no payload');
  const receipt = parseReceipt(inner);
  need(receipt.isInclusion && receipt.signed.kid === signed.kid, 'a receipt that is not of inclusion, or of another key');
  return { signed, entry: signed.payload, receipt };
}

function header(from: CborReader, label: bigint): void {
  from.map(1, 1);
  need(from.uint() === label, 'another unprotected header');
}

/** @param unprotected reads the unprotected headers */
function sign1(data: Bytes, most: number, isReceipt: boolean, unprotected: (from: CborReader) => void): Sign1 {
  need(data.length <= most && isCose(data), 'too long, or no COSE_Sign1');
  const from = new CborReader(data.subarray(1));
  from.array(4, 4);
  const bytes = from.bytes(data.length);
  unprotected(from);
  const payload = from.isNull() ? null : from.bytes(data.length), signature = from.bytes(64, 64);
  from.end();
  const head = new CborReader(bytes);
  head.map(isReceipt ? 4 : 2, isReceipt ? 4 : 2);
  need(head.int64() === ALG, 'another header');
  const alg = ALGORITHMS[`${head.int64()}`];
  need(alg !== undefined, 'another algorithm');
  need(head.int64() === KID, 'another header');
  const kid = fromUtf8(head.bytes(bytes.length));
  let size: bigint | null = null;
  if (isReceipt) {
    need(head.int64() === STRUCTURE && head.uint() === 1n, 'another data structure than RFC9162_SHA256');
    need(head.int64() === SIZE, 'another header');
    size = head.uint(LIMIT);
  }
  head.end();
  return { protected: bytes, alg, kid, size, payload, signature };
}

export const isBy = ({ alg, kid }: Sign1, key: Key): boolean => key.type === alg && kid === `${key.name}+${key.id}`;

/** Over Sig_structure of RFC 9052 section 4.4. */
async function isSigned(signed: Sign1, key: Key, payload: Bytes, by: Signatures): Promise<boolean> {
  if (!isBy(signed, key))
    return false;
  const message = join(Uint8Array.of(0x80 | ARRAY, 0x6a), toUtf8('Signature1'), bstr(signed.protected), bstr(new Uint8Array()), bstr(payload));
  if (signed.alg === 'ed25519')
    return by.ed25519(key.public, message, signed.signature);
  const [r, s] = [toBigInt(signed.signature.subarray(0, 32)), toBigInt(signed.signature.subarray(32))];
  return r >= 1n && s >= 1n && r < P256.n && s < P256.n && by.p256(key.public, message, [r, s]);
}

function bstr(data: Bytes): Bytes {
  const { length } = data;
  const head = length < 24 ? [0x40 | length] : length < 0x100 ? [0x58, length] : length < 0x10000 ? [0x59, length >> 8, length & 255]
    : [0x5a, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255];
  return join(Uint8Array.from(head), data);
}

/** The signed root under which the log holds an entry at its place; null: not proved. */
export async function provesInclusion({ signed, isInclusion, number, size, path }: Receipt, key: Key, entry: Bytes, by: Signatures): Promise<Bytes | null> {
  const root = isInclusion ? rootOfPath(sha256, leafHash(sha256, entry), number, size, path) : null;
  return root !== null && await isSigned(signed, key, root, by) ? root : null;
}

/** The signed root of a tree that begins with an earlier one; null: not proved. */
export async function provesConsistency({ signed, isInclusion, number, size, path }: Receipt, key: Key, oldRoot: Bytes, by: Signatures): Promise<Bytes | null> {
  const roots = isInclusion ? null : rootsOfConsistency(sha256, number, size, oldRoot, path);
  return roots !== null && areEqual(roots[0], oldRoot) && await isSigned(signed, key, roots[1], by) ? roots[1] : null;
}

/** Of an entry that is signed itself too. */
export const provesEntry = async ({ signed, entry, receipt }: SignedEntry, key: Key, by: Signatures): Promise<Bytes | null> =>
  (await isSigned(signed, key, entry, by) ? provesInclusion(receipt, key, entry, by) : null);
