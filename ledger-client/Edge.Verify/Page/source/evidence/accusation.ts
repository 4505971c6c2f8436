import type { Bytes } from '../forms/bytes.ts';
import { areEqual, compare } from '../forms/bytes.ts';
import { CborReader } from '../forms/cbor.ts';
import { need } from '../forms/malformed.ts';
import type { Signatures } from '../keys/signatures.ts';
import { isConsistent, MAX_PATH, split } from '../logs/merkle.ts';
import { hashOf } from '../logs/origin.ts';
import type { Cosigner } from '../notes/acceptance.ts';
import { cosigners } from '../notes/acceptance.ts';
import type { Checkpoint } from '../notes/note.ts';
import { parseCheckpoint } from '../notes/note.ts';
import type { Policy } from '../notes/policy.ts';
import { orFault } from './city.ts';
import { NameTable } from './compact.ts';
import { contentOf } from './framed.ts';
import type { Finding } from './verdict.ts';
import { Fault } from './verdict.ts';

/** One of two histories that a log signed, and who accepted it. */
export interface History {
  readonly checkpoint: Checkpoint;
  readonly acceptedBy: Cosigner[];
}

export interface Accusation {
  /** Null: proved. */
  readonly fault: Finding | null;
  /** Of a fault empty. */
  readonly origin: string;
  /** Of a fault none, else two. */
  readonly histories: History[];
}

/** Section 12: whether one log signed two checkpoints that no append-only log can have both. @throws Malformed where nothing can be said of it */
export async function verifyAccusation(policy: Policy, file: Bytes, by: Signatures): Promise<Accusation> {
  try {
    return await verify(policy, contentOf(file, 'edge-equivocation/v1'), by);
  } catch (e) {
    if (e instanceof Fault)
      return { fault: e.finding, origin: '', histories: [] };
    throw e;
  }
}

async function verify(policy: Policy, content: Bytes, by: Signatures): Promise<Accusation> {
  const from = new CborReader(content);
  from.array(5, 5);
  const names = new NameTable(from);
  const compact = [names.note(from, true), names.note(from, true)];
  const prefix = from.isNull() ? null : from.bytes(32, 32);
  const path = split(from.bytes(32 * MAX_PATH), MAX_PATH);
  from.end();
  names.end();
  const notes = compact.map(note => note.whole());
  const [first, second] = notes.map(note => parseCheckpoint(note.text)) as [Checkpoint, Checkpoint];
  need(first.origin === second.origin, 'checkpoints of two logs');
  if (first.size === second.size) {
    need(compare(first.root, second.root) < 0, 'roots that are equal or not in their order');
    need(prefix === null && path.length === 0, 'one size, with a prefix or a proof');
  } else {
    need(first.size >= 1n && first.size < second.size, 'sizes that are not in their order, or an empty log');
    need(prefix !== null && !areEqual(prefix, first.root), 'no prefix, or no contradiction');
  }
  const histories: History[] = [];
  for (const note of notes)
    histories.push({ checkpoint: parseCheckpoint(note.text), acceptedBy: await orFault(cosigners(policy, note, first.origin, by)) });
  if (prefix !== null && !isConsistent(hashOf(first.origin), first.size, second.size, prefix, second.root, path))
    throw new Fault(12, first.origin);
  return { fault: null, origin: first.origin, histories };
}
