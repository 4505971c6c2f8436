import type { Bytes } from '../forms/bytes.ts';
import { areEqual, toHex } from '../forms/bytes.ts';
import { ARRAY, BYTES, CborReader } from '../forms/cbor.ts';
import { need } from '../forms/malformed.ts';
import { LIMIT } from '../forms/text.ts';
import type { Entry, Reading } from '../entries/entry.ts';
import { contextOf, decodeEntry, PARTS } from '../entries/entry.ts';
import { Force } from '../entries/force.ts';
import { sha256 } from '../hashes/sha256.ts';
import type { Signatures } from '../keys/signatures.ts';
import { leafHash, MAX_PATH, rootOfMultiproof, rootOfPath, split } from '../logs/merkle.ts';
import type { Origin } from '../logs/origin.ts';
import { accept, notAfter } from '../notes/acceptance.ts';
import { limitSignatures, parseCheckpoint } from '../notes/note.ts';
import type { Policy } from '../notes/policy.ts';
import { anchorLeaf, blockHash, lowerBounds, MAX_LEAF, orFault } from './city.ts';
import { FirstUse, NameTable } from './compact.ts';
import { boundOf, gatewayOf, isAscending, MAX_ROWS, row } from './first.ts';
import { MAX_FILE } from './framed.ts';
import type { Context, Proved, Subject, Term } from './verdict.ts';
import { Fault } from './verdict.ts';

const ZEROS: Bytes = new Uint8Array(32);

/** An index, an entry's bytes, or a leaf hash. */
type TermRow = bigint | Bytes | { readonly hidden: Bytes };

/** [names, entries, proof, anchor, index, path, block, terms, contexts, beacons] */
function read(content: Bytes) {
  const from = new CborReader(content);
  from.array(10, 10);
  const names = new NameTable(from);
  const rows = Array.from({ length: from.array(MAX_ROWS, 1) }, () => row(from));
  const proof = split(from.bytes(MAX_FILE));
  const anchor = names.note(from, false), index = from.uint(LIMIT), path = split(from.bytes(32 * MAX_PATH), MAX_PATH), block = names.note(from, false);
  const terms = Array.from({ length: from.array(MAX_ROWS) }, () => term(from));
  const use = new FirstUse(terms.length);
  const contexts = Array.from({ length: from.array(MAX_ROWS) }, () => {
    from.array(5, 5);
    return PARTS.map(() => (from.isNull() ? null : use.position(from)));
  });
  const beacons = Array.from({ length: from.array(MAX_ROWS) }, () => names.note(from, true));
  from.end();
  names.end();
  use.end();
  const indices = rows.map(([each]) => each);
  need(isAscending(indices), 'entries not ascending');
  limitSignatures([anchor, block, ...beacons].map(note => note.count));
  // Notes whose roots follow later: with a root of any value they have the same form and length.
  const [provisional] = [anchor, block].map(note => (note.size > 0n ? note.withRoot(ZEROS) : null));
  need(!provisional || anchorLeaf(provisional).length <= MAX_LEAF, 'an anchor leaf of more than 32,768 bytes');
  return { indices, entries: rows.map(([, entry]) => entry), proof, anchor, index, path, block, terms, contexts, beacons: beacons.map(note => note.whole()) };
}

function term(from: CborReader): TermRow {
  switch (from.peek()) {
    case BYTES:
      return from.bytes(MAX_FILE);
    case ARRAY:
      from.array(1, 1);
      return { hidden: from.bytes(32, 32) };
    default:
      return from.uint(LIMIT);
  }
}

/** Section 11, for edge-evidence/v2. @throws Malformed @throws Fault */
export async function verifySecond(policy: Policy, content: Bytes, by: Signatures): Promise<Proved> {
  const file = read(content);
  const origin = gatewayOf(file.anchor.origin);
  const leaves = file.entries.map(entry => leafHash(origin.hash, entry));
  const root = rootOfMultiproof(origin.hash, file.anchor.size, file.indices, leaves, file.proof);
  if (root === null)
    throw new Fault(9);
  const anchor = file.anchor.withRoot(root);
  const accepted = await orFault(accept(policy, anchor, file.anchor.origin, by));
  const blockRoot = rootOfPath(sha256, leafHash(sha256, anchorLeaf(anchor)), file.index, file.block.size, file.path);
  if (blockRoot === null)
    throw new Fault(8);
  const block = file.block.withRoot(blockRoot);
  const blockSigned = await orFault(accept(policy, block, origin.city, by), 7);
  const entries = file.entries.map(decodeEntry);
  const terms = readTerms(file.terms, file.indices, entries, leaves, origin);
  const contexts = readContexts(file.contexts, terms, entries, origin);
  const named = [...contexts.values()].flatMap(({ seal }) => (seal?.entry?.kind === 'seal' && seal.entry.beacon ? [seal.entry.beacon.hash] : []));
  const bounds = await lowerBounds(policy, file.beacons, named, origin.city, by);
  return {
    origin: file.anchor.origin, city: origin.city, gateway: origin.gateway, checkpoint: parseCheckpoint(anchor.text), block: parseCheckpoint(block.text),
    blockHash: blockHash(block), acceptedBy: accepted, blockCosignedBy: blockSigned, notAfter: notAfter(policy, accepted), blockSignedBy: notAfter(policy, blockSigned),
    subjects: walk(file.indices, entries, leaves, contexts, bounds),
  };
}

/** Step 6: terms in their one form. */
function readTerms(rows: TermRow[], indices: bigint[], entries: Entry[], leaves: Bytes[], origin: Origin): Term[] {
  const places = new Map(indices.map((index, position) => [index, position]));
  const lowest = new Map<string, number>();
  leaves.forEach((leaf, position) => { const hex = toHex(leaf); if (!lowest.has(hex)) lowest.set(hex, position); });
  const terms = rows.map((each): Term => {
    if (typeof each === 'bigint') {
      const place = places.get(each);
      need(place !== undefined && lowest.get(toHex(leaves[place]!)) === place, 'a term at an index that is not disclosed, or not the lowest of its leaf');
      return { leaf: leaves[place]!, entry: entries[place]! };
    }
    const found: Term = 'hidden' in each ? { leaf: each.hidden, entry: null } : { leaf: leafHash(origin.hash, each), entry: decodeEntry(each) };
    need(!areEqual(found.leaf, ZEROS), 'a term of zeros');
    need(!lowest.has(toHex(found.leaf)), 'a disclosed entry shown again');
    return found;
  });
  need(new Set(terms.map(each => toHex(each.leaf))).size === terms.length, 'a term twice');
  return terms;
}

/** Step 6: contexts by their hash, in the order in which the readings first have them. */
function readContexts(rows: (number | null)[][], terms: Term[], entries: Entry[], origin: Origin): Map<string, Context> {
  const contexts = new Map<string, Context>();
  for (const positions of rows) {
    const parts = positions.map(position => (position === null ? null : terms[position]!));
    const hash = contextOf(origin.hash, parts.map(part => part?.leaf ?? null));
    need(!contexts.has(hash), 'a context twice');
    contexts.set(hash, Object.fromEntries(PARTS.map((part, i) => [part, parts[i]!])) as unknown as Context);
  }
  const had = new Set(entries.filter((entry): entry is Reading => entry.kind === 'reading').map(reading => toHex(reading.context)).filter(hash => contexts.has(hash)));
  need([...had].join() === [...contexts.keys()].join(), 'contexts that are not in the order of their readings, or had by none');
  return contexts;
}

/** Step 8: every entry in order, and what its run of consecutive indices shows to be in force. */
function walk(indices: bigint[], entries: Entry[], leaves: Bytes[], contexts: Map<string, Context>, bounds: Map<string, bigint | null>): Subject[] {
  let force = new Force();
  return entries.map((entry, position) => {
    const index = indices[position]!;
    if (position > 0 && index !== indices[position - 1]! + 1n)
      force = new Force();
    const context = entry.kind === 'reading' ? contexts.get(toHex(entry.context)) ?? null : null;
    if (context !== null && !(areOfTheirKinds(context, entry as Reading) && isAsTheRunShows(context, entry as Reading, force, leaves)))
      throw new Fault(10, `${index}`);
    force.pass(position, entry);
    return { index, entry, context, notBefore: context === null ? null : boundOf(context, bounds) };
  });
}

function areOfTheirKinds(context: Context, reading: Reading): boolean {
  return context.boot !== null && PARTS.every(part => {
    const entry = context[part]?.entry;
    return !entry || (entry.kind === part && (!('channel' in entry) || entry.channel === reading.channel));
  });
}

function isAsTheRunShows(context: Context, reading: Reading, force: Force, leaves: Bytes[]): boolean {
  return PARTS.every(part => {
    const place = force.of(part, reading.channel), named = context[part];
    if (place !== null)
      return named !== null && areEqual(leaves[place]!, named.leaf);
    return named === null || !force.hasBoot || part === 'boot' || part === 'seal';
  });
}
