import { cosignatureTime, isSignature } from '../keys/key.ts';
import type { Signatures } from '../keys/signatures.ts';
import type { Note } from './note.ts';
import { parseCheckpoint } from './note.ts';
import type { Policy } from './policy.ts';

export type Cause = 'other_origin' | 'unknown_log' | 'not_signed_by_log' | 'bad_log_signature' | 'bad_cosignature' | 'no_quorum';

/** Why a note is not accepted. */
export class Refused extends Error {
  /** @param about the name it is about */
  constructor(readonly why: Cause, readonly about: string) {
    super(`${why}: ${about}`);
  }
}

/** A department that signed, and when it says it did: POSIX seconds. */
export interface Cosigner {
  readonly department: string;
  readonly time: bigint;
}

/**
 * Section 4, the signatures of a note: every one by the log's or a department's key verifies, and the log signed. A quorum is not looked for.
 * @returns who cosigned, in the policy's order
 * @throws Refused
 */
export async function cosigners(policy: Policy, note: Note, origin: string, by: Signatures): Promise<Cosigner[]> {
  if (!policy.hasLog(origin))
    throw new Refused('unknown_log', origin);
  let isSigned = false;
  for (const line of note.signatures) {
    const key = line.name === origin ? policy.log(line) : undefined;
    if (key === undefined)
      continue;
    if (!await isSignature(key, note.text, line.blob, by))
      throw new Refused('bad_log_signature', origin);
    isSigned = true;
  }
  if (!isSigned)
    throw new Refused('not_signed_by_log', origin);
  const times = new Map<string, bigint>();
  for (const line of note.signatures) {
    const witness = policy.witness(line);
    if (witness === undefined)
      continue;
    const time = await cosignatureTime(witness.key, note.text, line.blob, by);
    if (time === null)
      throw new Refused('bad_cosignature', witness.name);
    const earlier = times.get(witness.name);
    times.set(witness.name, earlier === undefined || time < earlier ? time : earlier);
  }
  return policy.witnesses.filter(({ name }) => times.has(name)).map(({ name }) => ({ department: name, time: times.get(name)! }));
}

/**
 * Section 4: a note is accepted for an origin.
 * @returns who accepted, in the policy's order
 * @throws Refused
 */
export async function accept(policy: Policy, note: Note, origin: string, by: Signatures): Promise<Cosigner[]> {
  const found = parseCheckpoint(note.text).origin;
  if (found !== origin)
    throw new Refused('other_origin', found);
  const signed = await cosigners(policy, note, origin, by);
  if (!policy.quorum.isSatisfiedBy(signed.map(each => each.department)))
    throw new Refused('no_quorum', origin);
  return signed;
}

/** Section 5: the earliest time such that those of that time or earlier are a quorum; null where nobody is asked for. */
export const notAfter = (policy: Policy, signed: Cosigner[]): bigint | null =>
  bound(policy, [...signed].sort((a, b) => (a.time < b.time ? -1 : 1)));

/** Section 5: the latest time such that those of that time or later are a quorum. */
export const notBefore = (policy: Policy, signed: Cosigner[]): bigint | null =>
  bound(policy, [...signed].sort((a, b) => (a.time > b.time ? -1 : 1)));

function bound(policy: Policy, ordered: Cosigner[]): bigint | null {
  if (policy.quorum.asksForNobody)
    return null;
  const count = ordered.findIndex((_, i) => policy.quorum.isSatisfiedBy(ordered.slice(0, i + 1).map(each => each.department)));
  return ordered[count]?.time ?? null;
}
