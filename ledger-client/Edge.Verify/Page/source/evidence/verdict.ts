import type { Bytes } from '../forms/bytes.ts';
import type { Entry, Part, Reading } from '../entries/entry.ts';
import type { Cause, Cosigner } from '../notes/acceptance.ts';
import type { Checkpoint } from '../notes/note.ts';

export const FAULTS = {
  1: 'file_altered', 2: 'not_a_gateway', 3: 'gateway_unknown', 4: 'gateway_signature', 5: 'department_signature', 6: 'no_quorum',
  7: 'block_not_accepted', 8: 'not_in_block', 9: 'not_in_log', 10: 'context_mismatch', 11: 'beacon_not_accepted', 12: 'reconcilable',
} as const;

export const RESERVATIONS = {
  100: 'no_lower_bound', 101: 'bounds_crossed', 102: 'device_clock_outside', 103: 'unknown_kind', 104: 'no_upper_bound', 105: 'meaning_not_disclosed',
} as const;

export type FaultNumber = keyof typeof FAULTS;
export type FindingNumber = FaultNumber | keyof typeof RESERVATIONS;

export const codeOf = (number: FindingNumber): string => ({ ...FAULTS, ...RESERVATIONS })[number];

/** Section 11: what a verdict rests on. */
export interface Finding {
  readonly number: FindingNumber;
  /** Section 14: of a reservation and of 10 the index of the entry, else a name; may be empty. */
  readonly detail: string;
  readonly cause: Cause | null;
}

/** A well-formed file does not hold. */
export class Fault extends Error {
  readonly finding: Finding;

  constructor(number: FaultNumber, detail = '', cause: Cause | null = null) {
    super(`${number} ${FAULTS[number]} ${detail}`);
    this.finding = { number, detail, cause };
  }
}

/** A part of a context: its leaf hash, and the entry if the file shows it. */
export interface Term {
  readonly leaf: Bytes;
  readonly entry: Entry | null;
}

/** A context that is opened; null where it has no such part. */
export type Context = Readonly<Record<Part, Term | null>>;

/** An entry that the file is about. */
export interface Subject {
  readonly index: bigint;
  readonly entry: Entry;
  /** Of a reading: null if it is not opened. */
  readonly context: Context | null;
  /** Of a reading: POSIX seconds. */
  readonly notBefore: bigint | null;
}

export type ProvedReading = Subject & { readonly entry: Reading };

/** What a file proves once every step has passed. */
export interface Proved {
  readonly origin: string;
  readonly city: string;
  readonly gateway: string;
  readonly checkpoint: Checkpoint;
  readonly block: Checkpoint;
  readonly blockHash: Bytes;
  readonly acceptedBy: Cosigner[];
  readonly blockCosignedBy: Cosigner[];
  readonly notAfter: bigint | null;
  readonly blockSignedBy: bigint | null;
  readonly subjects: Subject[];
}

export interface Verdict {
  readonly outcome: 'valid' | 'valid_but' | 'invalid';
  readonly findings: Finding[];
  readonly proved: Proved | null;
}

/** A run of consecutive subjects: nothing was withheld between. */
export interface Run {
  readonly first: bigint;
  readonly last: bigint;
}

export const readingsOf = (proved: Proved): ProvedReading[] => proved.subjects.filter((subject): subject is ProvedReading => subject.entry.kind === 'reading');

export function runsOf(subjects: Subject[]): Run[] {
  const runs: { first: bigint; last: bigint }[] = [];
  for (const { index } of subjects) {
    const latest = runs.at(-1);
    if (latest !== undefined && latest.last + 1n === index)
      latest.last = index;
    else
      runs.push({ first: index, last: index });
  }
  return runs;
}

/** The interval that holds all: the earliest lower bound, if every reading has one, and the upper bound that they share; neither where departments' clocks cross. */
export function interval({ findings, proved }: Verdict): { notBefore: bigint | null; notAfter: bigint | null } {
  if (proved === null || findings.some(finding => finding.number === 101))
    return { notBefore: null, notAfter: null };
  let least: bigint | null = null;
  for (const { notBefore } of readingsOf(proved)) {
    if (notBefore === null)
      return { notBefore: null, notAfter: proved.notAfter };
    least = least === null || notBefore < least ? notBefore : least;
  }
  return { notBefore: least, notAfter: proved.notAfter };
}
