import type { Bytes } from '../forms/bytes.ts';
import { toHex, toUtf8 } from '../forms/bytes.ts';
import { Malformed } from '../forms/malformed.ts';
import { hasEntry, isCose, parseReceipt } from '../cose/receipt.ts';
import { verifyAccusation } from '../evidence/accusation.ts';
import { headerOf } from '../evidence/framed.ts';
import type { Finding } from '../evidence/verdict.ts';
import { codeOf } from '../evidence/verdict.ts';
import { verifyEvidence } from '../evidence/verify.ts';
import { sha256 } from '../hashes/sha256.ts';
import { chooseSignatures } from '../keys/signatures.ts';
import { parseOrigin } from '../logs/origin.ts';
import { Policy } from '../notes/policy.ts';
import { reportProved } from './proved.ts';
import { reportReceipt } from './receipt.ts';
import type { FileFacts, FileReport, FindingGroup, NotCheckedReason, TrustReport } from './report.ts';

const PLACES = 3;
const signatures = chooseSignatures(globalThis.crypto?.subtle);

/** Where files are checked: away from the page, or in it where there is no other place. */
export interface Bench {
  /** Takes a policy for all checks that follow. @throws Malformed */
  trust(name: string, data: Bytes): Promise<TrustReport>;
  check(name: string, data: Bytes): Promise<FileReport>;
}

export class LocalBench implements Bench {
  private policy: Policy | null = null;

  async trust(name: string, data: Bytes): Promise<TrustReport> {
    const policy = this.policy = new Policy(data);
    const logs = [...new Set(policy.logs.map(log => log.name))], isGateway = (log: string): boolean => parseOrigin(log)?.gateway != null;
    return { file: factsOf(name, data), cityLogs: logs.filter(log => !isGateway(log)), gateways: logs.filter(isGateway),
      departments: policy.witnesses.map(witness => witness.name), quorumSize: policy.quorum.size };
  }

  async check(name: string, data: Bytes): Promise<FileReport> {
    const file = factsOf(name, data);
    try {
      if (data.length === 0)
        return notChecked(file, 'empty', '');
      if (isCose(data))
        return hasEntry(data) ? await this.received(file, data) : aloneOf(file, data);
      const header = headerOf(data);
      if (header === null)
        throw new Malformed('the first line is none of an evidence file');
      if (header === 'edge-equivocation/v1')
        return await this.accused(file, data);
      const verdict = await verifyEvidence(this.policy!, data, header, await signatures);
      return { file, outcome: verdict.outcome, why: null, findings: groups(verdict.findings),
        proved: verdict.proved && reportProved(verdict, verdict.proved), accusation: null, receipt: null };
    } catch (e) {
      return e instanceof Malformed ? notChecked(file, 'malformed', e.message) : notChecked(file, 'unforeseen', `${e}`);
    }
  }

  private async accused(file: FileFacts, data: Bytes): Promise<FileReport> {
    const { fault, origin, histories } = await verifyAccusation(this.policy!, data, await signatures);
    return { file, outcome: fault === null ? 'proved' : 'not_proved', why: null, findings: fault === null ? [] : groups([fault]), proved: null,
      accusation: fault !== null ? null : { origin, histories: histories.map(({ checkpoint, acceptedBy }) => ({ size: checkpoint.size, root: toHex(checkpoint.root), acceptedBy })) }, receipt: null };
  }

  private async received(file: FileFacts, data: Bytes): Promise<FileReport> {
    const receipt = await reportReceipt(this.policy!, data, await signatures);
    return { file, outcome: receipt.fault === null ? 'valid_but' : 'invalid', why: null, findings: [], proved: null, accusation: null, receipt };
  }
}

const factsOf = (name: string, data: Bytes): FileFacts => ({ name, bytes: data.length, sha256: toHex(sha256(data)) });

export const notChecked = (file: FileFacts, reason: NotCheckedReason, detail: string): FileReport =>
  ({ file, outcome: 'not_checked', why: { reason, detail }, findings: [], proved: null, accusation: null, receipt: null });

/** Without the entry or the earlier root that it is about, which other files hold. */
function aloneOf(file: FileFacts, data: Bytes): FileReport {
  const { isInclusion, number } = parseReceipt(data);
  return notChecked(file, 'receipt_alone', isInclusion ? `${number}` : '');
}

/** Whether bytes are a policy rather than something to be checked. */
export function isPolicy(data: Bytes): boolean {
  if (headerOf(data) !== null || isCose(data) || data.length === 0)
    return false;
  try {
    return new Policy(data).quorum.isChosen;
  } catch {
    return looksLikePolicy(data);
  }
}

/** A policy that is not in its form is to be called that, not a bad evidence file. */
function looksLikePolicy(data: Bytes): boolean {
  const beginnings = ['log ', 'witness ', 'quorum '].map(toUtf8);
  for (let at = 0; at >= 0 && at < Math.min(data.length, 4096); at = data.indexOf(10, at) + 1 || -1) {
    if (beginnings.some(word => word.every((byte, i) => data[at + i] === byte)))
      return true;
  }
  return false;
}

function groups(findings: Finding[]): FindingGroup[] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = `${finding.number} ${finding.cause}`, all = found.get(name);
    if (all === undefined)
      found.set(name, [finding]);
    else
      all.push(finding);
  }
  return [...found.values()].map((all): FindingGroup => {
    const { number, cause, detail } = all[0]!, isAboutEntry = number === 10 || number >= 100;
    return { number, code: codeOf(number), cause, name: isAboutEntry ? '' : detail,
      places: isAboutEntry ? all.slice(0, PLACES).map(each => BigInt(each.detail)) : [], more: isAboutEntry ? Math.max(0, all.length - PLACES) : 0 };
  });
}
