import type { Bytes } from '../source/forms/bytes.ts';
import { toHex, toUtf8 } from '../source/forms/bytes.ts';
import { Malformed } from '../source/forms/malformed.ts';
import { fromBase64 } from '../source/forms/text.ts';
import { verifyAccusation } from '../source/evidence/accusation.ts';
import { headerOf } from '../source/evidence/framed.ts';
import type { Proved } from '../source/evidence/verdict.ts';
import { readingsOf, runsOf } from '../source/evidence/verdict.ts';
import { verifyEvidence } from '../source/evidence/verify.ts';
import type { Signatures } from '../source/keys/signatures.ts';
import type { Cosigner } from '../source/notes/acceptance.ts';
import { Policy } from '../source/notes/policy.ts';
import { equal, keyed, Wrong } from './expect.ts';

/** evidence.json and equivocation.json. */

const departments = (signed: Cosigner[]) => signed.map(({ department, time }) => ({ department, time }));

export async function evidence(found: any, file: any, by: Signatures): Promise<void> {
  const { policy, verdict, proved, file: text } = keyed(found, 'name', 'policy', 'verdict', 'proved', 'file');
  const data = fromBase64(text);
  const got = await unlessUnreadable(() => {
    const header = headerOf(data);
    if (header === null || header === 'edge-equivocation/v1')
      throw new Malformed('no evidence');
    return verifyEvidence(new Policy(toUtf8(file.policies[policy])), data, header, by);
  });
  if (got === null) {
    equal('unreadable', verdict, 'verdict');
    equal(null, proved, 'proved');
    return;
  }
  keyed(proved ?? {}, 'findings', 'gateway', 'size', 'accepted_by', 'readings', 'complete');
  equal(got.outcome, verdict, `verdict with ${got.findings.map(finding => finding.number)}`);
  equal({ findings: got.findings.map(finding => finding.number), ...shown(got.proved) }, proved, 'proved');
}

function shown(proved: Proved | null) {
  if (proved === null)
    return { gateway: null, size: null, accepted_by: [], readings: [], complete: [] };
  return {
    gateway: proved.origin, size: proved.checkpoint.size, accepted_by: departments(proved.acceptedBy),
    readings: readingsOf(proved).map(({ index, entry, context, notBefore }) => {
      const calibration = context?.calibration?.entry;
      return { index, channel: entry.channel, value: entry.value, certificate: calibration?.kind === 'calibration' ? calibration.certificate : null,
        not_before: notBefore, not_after: proved.notAfter };
    }),
    complete: runsOf(proved.subjects).map(({ first, last }) => ({ first, last, count: last - first + 1n })),
  };
}

export async function equivocation(found: any, file: any, by: Signatures): Promise<void> {
  const { verdict, shown: wanted, file: text } = keyed(found, 'name', 'verdict', 'shown', 'file');
  const data = fromBase64(text);
  const got = await unlessUnreadable(() => {
    if (headerOf(data) !== 'edge-equivocation/v1')
      throw new Malformed('no accusation');
    return verifyAccusation(new Policy(toUtf8(file.policy)), data, by);
  });
  if (got === null) {
    equal('unreadable', verdict, 'verdict');
    equal(null, wanted, 'shown');
    return;
  }
  keyed(wanted ?? {}, 'fault', 'origin', 'checkpoints');
  equal(got.fault === null ? 'proved' : 'not_proved', verdict, `verdict with ${got.fault?.number}`);
  equal({
    fault: got.fault?.number ?? null, origin: got.origin || null,
    checkpoints: got.histories.map(({ checkpoint, acceptedBy }) => ({ size: checkpoint.size, root: toHex(checkpoint.root), accepted_by: departments(acceptedBy) })),
  }, wanted, 'shown');
}

async function unlessUnreadable<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch (e) {
    if (e instanceof Malformed)
      return null;
    throw e;
  }
}

export const bytesOf = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));

export { Wrong };
