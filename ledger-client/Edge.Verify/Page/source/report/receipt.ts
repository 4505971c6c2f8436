import type { Bytes } from '../forms/bytes.ts';
import { toHex } from '../forms/bytes.ts';
import { isBy, parseSignedEntry, provesEntry } from '../cose/receipt.ts';
import { decodeEntry } from '../entries/entry.ts';
import type { Signatures } from '../keys/signatures.ts';
import type { Policy } from '../notes/policy.ts';
import type { ReceiptReport } from './report.ts';

/** What a policy says of an entry with its COSE receipt (section 17). @throws Malformed */
export async function reportReceipt(policy: Policy, data: Bytes, by: Signatures): Promise<ReceiptReport> {
  const signed = parseSignedEntry(data), entry = decodeEntry(signed.entry), key = policy.logs.find(log => isBy(signed.receipt.signed, log));
  const root = key === undefined ? null : await provesEntry(signed, key, by);
  return {
    fault: key === undefined ? 'key_unknown' : root === null ? 'not_signed' : null,
    kid: signed.signed.kid, index: signed.receipt.number, size: signed.receipt.size, root: root === null ? '' : toHex(root),
    kind: entry.kind === 'unknown' ? `${entry.number}` : entry.kind,
    reading: entry.kind === 'reading' ? { ...entry, index: signed.receipt.number, decimals: null, contact: null, recomputed: null, notBefore: null } : null,
  };
}
