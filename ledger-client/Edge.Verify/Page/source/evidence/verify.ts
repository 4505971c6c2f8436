import type { Bytes } from '../forms/bytes.ts';
import type { Signatures } from '../keys/signatures.ts';
import type { Policy } from '../notes/policy.ts';
import { verifyFirst } from './first.ts';
import { contentOf } from './framed.ts';
import { reservations } from './reservations.ts';
import { verifySecond } from './second.ts';
import type { Proved, Verdict } from './verdict.ts';
import { Fault } from './verdict.ts';

/** Section 11: what an evidence file of either version proves. @throws Malformed where nothing can be said of it */
export async function verifyEvidence(policy: Policy, file: Bytes, header: 'edge-evidence/v1' | 'edge-evidence/v2', by: Signatures): Promise<Verdict> {
  let proved: Proved;
  try {
    proved = await (header === 'edge-evidence/v1' ? verifyFirst : verifySecond)(policy, contentOf(file, header), by);
  } catch (e) {
    if (e instanceof Fault)
      return { outcome: 'invalid', findings: [e.finding], proved: null };
    throw e;
  }
  const findings = proved.subjects.flatMap(subject => [...reservations(subject, proved.notAfter)]);
  return { outcome: findings.length > 0 ? 'valid_but' : 'valid', findings, proved };
}
