import type { Wall } from '../entries/entry.ts';
import type { Cause, Cosigner } from '../notes/acceptance.ts';
import type { ValueForm } from './definition.ts';
import type { FindingNumber, Run } from '../evidence/verdict.ts';

/** What the page shows of a file: facts without words of any language, few however large the file is. Hashes are hexadecimal, times POSIX seconds. */

export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Whom a policy trusts. */
export interface TrustReport {
  readonly file: FileFacts;
  readonly cityLogs: string[];
  readonly gateways: string[];
  readonly departments: string[];
  readonly quorumSize: number;
}

export type NotCheckedReason = 'malformed' | 'empty' | 'receipt_alone' | 'too_large' | 'cannot_read' | 'policy_malformed' | 'two_policies' | 'unforeseen'
  | 'code_other' | 'code_address' | 'code_newer' | 'code_damaged' | 'parts_missing' | 'parts_differ'
  | 'picture_without_code' | 'picture_not_opened' | 'picture_too_large';

/** Why nothing is said of a file. */
export interface Refusal {
  readonly reason: NotCheckedReason;
  readonly detail: string;
}

/** Findings of one code together. */
export interface FindingGroup {
  readonly number: FindingNumber;
  readonly code: string;
  readonly cause: Cause | null;
  /** Of a fault; may be empty. */
  readonly name: string;
  /** The first of the entries that it is about. */
  readonly places: bigint[];
  readonly more: number;
}

export interface Counts {
  readonly good: number;
  readonly uncertain: number;
  readonly bad: number;
  /** Without a value, among the others. */
  readonly absent: number;
}

export interface ReadingRow extends ValueForm {
  readonly index: bigint;
  readonly channel: string;
  readonly unit: string;
  readonly value: number | null;
  readonly raw: bigint | null;
  readonly quality: number;
  readonly reason: number;
  /** As the gateway's clock stamped it. */
  readonly wall: Wall | null;
  /** As it is recomputed; null where that is not needed or not possible. */
  readonly recomputed: Wall | null;
  readonly notBefore: bigint | null;
}

/** An entry that is no reading, no gap and no seal. */
export interface OtherRow {
  readonly index: bigint;
  /** In digits where it is not known. */
  readonly kind: string;
  readonly wall: Wall | null;
  /** Of a channel or a thing, a certificate, a person; some may be empty. */
  readonly names: string[];
  /** What it says, in the gateway's or somebody's own words; may be empty. */
  readonly text: string;
}

export interface GapRow {
  readonly channels: string[];
  readonly from: number | null;
  readonly to: number | null;
  readonly why: number;
  readonly detail: string;
}

/** One channel's readings drawn; places are 0 to 1 from left to right and from top to bottom. */
export interface Chart extends ValueForm {
  readonly channel: string;
  readonly unit: string;
  readonly count: number;
  readonly hasBad: boolean;
  /** Along the gateway's clock, POSIX seconds; else along places in the log. */
  readonly hasClock: boolean;
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
  /** Of values to rely on, x and y by turns; nothing is missing within one. */
  readonly lines: number[][];
  /** Of doubted values, x, top, bottom by turns. */
  readonly doubts: number[];
  readonly uncertain: [number, number][];
  readonly bad: [number, number][];
  readonly gaps: [number, number][];
  /** Of a contact, its first state and its changes, and where they stand; of other channels none. */
  readonly changes: { readonly x: number; readonly value: number }[];
  readonly moreChanges: number;
}

/** Of one channel, what was in force; a text, or the hash of what is not shown, or null: there is none. */
export interface ConditionsReport {
  readonly channel: string;
  readonly configuration: { readonly definition: string; readonly who: string; readonly file: string } | { readonly hidden: string } | null;
  readonly calibration: { readonly date: string; readonly certificate: string; readonly who: string; readonly coefficients: string } | { readonly hidden: string } | null;
}

export interface ProvedReport {
  readonly origin: string;
  readonly city: string;
  readonly gateway: string;
  readonly size: bigint;
  readonly root: string;
  readonly blockSize: bigint;
  readonly blockHash: string;
  readonly blockSignedBy: bigint | null;
  readonly acceptedBy: Cosigner[];
  readonly notBefore: bigint | null;
  readonly notAfter: bigint | null;
  readonly runs: Run[];
  readonly moreRuns: number;
  /** The longest; the first of equals. */
  readonly longest: Run;
  readonly entries: number;
  /** Whether every reading lies in the longest run, and that is of several entries. */
  readonly isWhole: boolean;
  readonly counts: Counts;
  readonly channels: string[];
  /** Kinds of the entries that are no readings, in digits where they are not known, and how many these are. */
  readonly otherKinds: string[];
  readonly others: number;
  readonly gaps: GapRow[];
  readonly gapCount: number;
  /** Readings that were not taken or not kept, by what the gaps tell. */
  readonly missing: bigint;
  readonly otherRows: OtherRow[];
  readonly moreOthers: number;
  /** The first and the last by the gateway's own clock. */
  readonly device: { readonly earliest: Wall; readonly latest: Wall } | null;
  readonly charts: Chart[];
  readonly notDrawn: number;
  readonly firstRows: ReadingRow[];
  readonly lastRows: ReadingRow[];
  readonly conditions: ConditionsReport[];
  readonly moreConditions: number;
  readonly software: string[];
}

export interface HistoryReport {
  readonly size: bigint;
  readonly root: string;
  readonly acceptedBy: Cosigner[];
}

/** Of an entry with its COSE receipt. */
export interface ReceiptReport {
  readonly fault: 'key_unknown' | 'not_signed' | null;
  /** Of the key that is to have signed it. */
  readonly kid: string;
  readonly index: bigint;
  readonly size: bigint;
  /** Empty: not proved. */
  readonly root: string;
  readonly kind: string;
  /** Of a reading. */
  readonly reading: ReadingRow | null;
}

export type Outcome = 'valid' | 'valid_but' | 'invalid' | 'proved' | 'not_proved' | 'not_checked';

export interface FileReport {
  readonly file: FileFacts;
  readonly outcome: Outcome;
  readonly why: Refusal | null;
  readonly findings: FindingGroup[];
  readonly proved: ProvedReport | null;
  readonly accusation: { readonly origin: string; readonly histories: HistoryReport[] } | null;
  readonly receipt: ReceiptReport | null;
}
