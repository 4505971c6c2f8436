import type { Bytes } from '../forms/bytes.ts';
import { areEqual, toHex } from '../forms/bytes.ts';
import { CborReader } from '../forms/cbor.ts';
import { need } from '../forms/malformed.ts';
import { LIMIT } from '../forms/text.ts';
import type { Entry, Seal } from '../entries/entry.ts';
import { contextOf, decodeEntry, PARTS } from '../entries/entry.ts';
import { Force } from '../entries/force.ts';
import { sha256 } from '../hashes/sha256.ts';
import type { Signatures } from '../keys/signatures.ts';
import { leafHash, rootOfMultiproof, rootOfPath, split } from '../logs/merkle.ts';
import type { Origin } from '../logs/origin.ts';
import { parseOrigin } from '../logs/origin.ts';
import { accept, notAfter } from '../notes/acceptance.ts';
import { limitSignatures, MAX_NOTE, parseCheckpoint, parseNote } from '../notes/note.ts';
import type { Policy } from '../notes/policy.ts';
import { blockHash, lowerBounds, orFault, parseAnchorLeaf, parseProof } from './city.ts';
import { MAX_FILE } from './framed.ts';
import type { Context, Proved, Subject, Term } from './verdict.ts';
import { Fault } from './verdict.ts';

export const MAX_ROWS = 1_000_000;

/** [subjects, entries, proof, receipt, blocks] */
function read(content: Bytes) {
  const from = new CborReader(content);
  from.array(5, 5);
  const subjects = Array.from({ length: from.array(MAX_ROWS, 1) }, () => from.uint(LIMIT));
  const rows = Array.from({ length: from.array(MAX_ROWS) }, () => row(from));
  const proof = split(from.bytes(MAX_FILE));
  const receipt = from.bytes(MAX_FILE);
  const blockTexts = Array.from({ length: from.array(MAX_ROWS) }, () => from.bytes(MAX_NOTE));
  from.end();
  const indices = rows.map(([index]) => index), disclosed = new Set(indices);
  need(isAscending(subjects) && isAscending(indices), 'subjects or entries not ascending');
  need(subjects.every(index => disclosed.has(index)), 'a subject that is not disclosed');
  const cityProof = parseProof(receipt), anchor = parseAnchorLeaf(cityProof.extra), blocks = blockTexts.map(parseNote);
  limitSignatures([anchor, cityProof.note, ...blocks].map(note => note.signatures.length));
  const checkpoint = parseCheckpoint(anchor.text), block = parseCheckpoint(cityProof.note.text);
  blocks.forEach(each => parseCheckpoint(each.text));
  return { subjects: new Set(subjects), indices, entries: rows.map(([, entry]) => entry), proof, cityProof, anchor, checkpoint, block, blocks };
}

/** [index, entry] */
export function row(from: CborReader): [index: bigint, entry: Bytes] {
  from.array(2, 2);
  return [from.uint(LIMIT), from.bytes(MAX_FILE)];
}

export const isAscending = (indices: bigint[]): boolean => indices.every((index, i) => i === 0 || indices[i - 1]! < index);

/** The origin of a gateway. @throws Fault 2 */
export function gatewayOf(name: string): Origin & { readonly gateway: string } {
  const origin = parseOrigin(name);
  if (origin === null || origin.gateway === null)
    throw new Fault(2, name);
  return { ...origin, gateway: origin.gateway };
}

/** Section 11, for edge-evidence/v1. @throws Malformed @throws Fault */
export async function verifyFirst(policy: Policy, content: Bytes, by: Signatures): Promise<Proved> {
  const file = read(content);
  const { checkpoint, block, cityProof } = file;
  const origin = gatewayOf(checkpoint.origin);
  const accepted = await orFault(accept(policy, file.anchor, checkpoint.origin, by));
  const blockSigned = await orFault(accept(policy, cityProof.note, origin.city, by), 7);
  const blockRoot = rootOfPath(sha256, leafHash(sha256, cityProof.extra!), cityProof.index, block.size, cityProof.path);
  if (blockRoot === null || !areEqual(blockRoot, block.root))
    throw new Fault(8);
  const leaves = file.entries.map(entry => leafHash(origin.hash, entry));
  const root = rootOfMultiproof(origin.hash, checkpoint.size, file.indices, leaves, file.proof);
  if (root === null || !areEqual(root, checkpoint.root))
    throw new Fault(9);
  const entries = file.entries.map(decodeEntry);
  const named = entries.filter((entry): entry is Seal => entry.kind === 'seal').flatMap(seal => (seal.beacon ? [seal.beacon.hash] : []));
  const bounds = await lowerBounds(policy, file.blocks, named, origin.city, by);
  return {
    origin: checkpoint.origin, city: origin.city, gateway: origin.gateway, checkpoint, block, blockHash: blockHash(cityProof.note),
    acceptedBy: accepted, blockCosignedBy: blockSigned, notAfter: notAfter(policy, accepted), blockSignedBy: notAfter(policy, blockSigned),
    subjects: walk(file.subjects, file.indices, entries, leaves, origin, bounds),
  };
}

/** Step 8. */
function walk(wanted: Set<bigint>, indices: bigint[], entries: Entry[], leaves: Bytes[], origin: Origin, bounds: Map<string, bigint | null>): Subject[] {
  const subjects: Subject[] = [];
  const force = new Force();
  entries.forEach((entry, position) => {
    const index = indices[position]!;
    if (wanted.has(index)) {
      const context = entry.kind === 'reading' ? inForce(force, entry.channel, entries, leaves) : null;
      if (entry.kind === 'reading'
        && (context!.boot === null || contextOf(origin.hash, PARTS.map(part => context![part]?.leaf ?? null)) !== toHex(entry.context)))
        throw new Fault(10, `${index}`);
      subjects.push({ index, entry, context, notBefore: context === null ? null : boundOf(context, bounds) });
    }
    force.pass(position, entry);
  });
  return subjects;
}

function inForce(force: Force, channel: string, entries: Entry[], leaves: Bytes[]): Context {
  const term = (position: number | null): Term | null => (position === null ? null : { leaf: leaves[position]!, entry: entries[position]! });
  return Object.fromEntries(PARTS.map(part => [part, term(force.of(part, channel))])) as unknown as Context;
}

/** Not before, from the block that the context's seal names. */
export function boundOf(context: Context, bounds: Map<string, bigint | null>): bigint | null {
  const seal = context.seal?.entry;
  return seal?.kind === 'seal' && seal.beacon !== null ? bounds.get(toHex(seal.beacon.hash)) ?? null : null;
}
