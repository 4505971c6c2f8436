import { sha256 } from '../source/hashes/sha256.ts';
import { sm3 } from '../source/hashes/sm3.ts';
import type { Signatures } from '../source/keys/signatures.ts';
import * as codes from './codes.ts';
import * as cose from './cose.ts';
import * as files from './files.ts';
import * as forms from './forms.ts';
import * as notes from './notes.ts';
import * as shown from './shown.ts';

type Check = (found: any, file: any, by: Signatures) => void | Promise<void>;

/** Null: shared by checks, or about what the page does not read. A table: sections within. */
interface Sections {
  readonly [section: string]: Check | Sections | null;
}

const ABOUT: Sections = { spec: null, about: null };

/** What is known of each file; a section that is not named here is a failure, so that nothing new is passed over. */
const FILES: Record<string, Sections> = {
  'entries.json': { salt_secret: null, entries: forms.entry, contexts: forms.context, unknown: forms.unknownEntry, read: forms.readEntry, limits: forms.entryLimit, refused: forms.refusedEntry },
  'trees.json': { ...forms.trees(sha256), sm3: { about: null, hashes: forms.sm3Hash, ...forms.trees(sm3) } },
  'notes.json': {
    keys: notes.key, refused_keys: notes.refusedKey, signatures: notes.signature, mixed: { policy: null, notes: notes.mixed }, checkpoints: notes.checkpoint,
    cosigned_message: notes.message, policies: notes.policy, refused_policies: notes.refusedPolicy, time_bounds: notes.bounds, notes: notes.note, limits: notes.limit,
    refused_notes: notes.refusedNote, refused_checkpoints: notes.refusedCheckpoint, origins: notes.origin, refused_origins: notes.refusedOrigin,
    receipt: notes.receipt, refused_receipts: notes.refusedReceipt,
    add_checkpoint_answers: { status_200: notes.signatures, refused_200: notes.refusedSignatures, status_409: null, refused_409: null },
    refused_private_keys: null, anchor_request: null, refused_requests: null, block: null, refused_blocks: null, refusal: null, refusals: null, refused_refusals: null,
  },
  'evidence.json': { policies: null, cases: files.evidence },
  'codes.json': { files: codes.told, refused: codes.refusedCodes },
  'shown.json': { values: shown.value, names: shown.name },
  'equivocation.json': { policy: null, cases: files.equivocation },
  'cose.json': {
    ...cose.proved(file => file.vkey), es256: cose.proved(file => file.es256.vkey), not_proved: cose.notProved, not_proved_entries: cose.notProvedEntry,
    refused: cose.refusedReceipt, refused_entries: cose.refusedEntry,
  },
};

export const VECTOR_FILES = Object.keys(FILES);

/** Runs all vectors of a file. @returns how many came out as they say, and a line for each that did not */
export async function run(name: string, file: any, by: Signatures): Promise<{ passed: number; failures: string[] }> {
  const failures: string[] = [];
  let passed = 0;
  const sections = async (where: string, found: any, known: Sections): Promise<void> => {
    for (const section of new Set([...Object.keys(found), ...Object.keys(known)])) {
      const check = known[section];
      if (check === undefined || !(section in found))
        failures.push(`${where} ${section}: ${check === undefined ? 'unknown' : 'missing'}`);
      else if (typeof check === 'object')
        await (check === null ? undefined : sections(`${where} ${section}`, found[section], check));
      else
        await cases(`${where} ${section}`, [found[section]].flat(), check);
    }
  };
  const cases = async (where: string, all: any[], check: Check): Promise<void> => {
    for (const [i, each] of all.entries()) {
      try {
        await check(each, file, by);
        passed++;
      } catch (e) {
        failures.push(`${where} #${i} ${each.name ?? ''}: ${e}`);
      }
    }
  };
  await sections(name, file, { ...ABOUT, ...FILES[name] });
  return { passed, failures };
}
