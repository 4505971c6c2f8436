import { toHex, toUtf8 } from '../source/forms/bytes.ts';
import type { Receipt } from '../source/cose/receipt.ts';
import { parseReceipt, parseSignedEntry, provesConsistency, provesEntry, provesInclusion } from '../source/cose/receipt.ts';
import { parseKey } from '../source/keys/key.ts';
import type { Signatures } from '../source/keys/signatures.ts';
import { equal, keyed, refused } from './expect.ts';
import { bytesOf } from './files.ts';

/** cose.json */

const hexOf = (root: ReturnType<typeof toUtf8> | null): string | null => root && toHex(root);

/** @param vkey where a key stands in the file */
export function proved(vkey: (file: any) => string) {
  const inPlace = ({ number, size }: Receipt, wanted: number, of: number): void => equal([number, size], [wanted, of], 'place, size');
  return {
    vkey: null,
    inclusion: async (found: any, file: any, by: Signatures) => {
      const { index, size, entry, root, receipt } = keyed(found, 'index', 'size', 'entry', 'root', 'receipt');
      const read = parseReceipt(bytesOf(receipt));
      inPlace(read, index, size);
      equal(hexOf(await provesInclusion(read, parseKey(vkey(file)), bytesOf(entry), by)), root, 'root');
    },
    consistency: async (found: any, file: any, by: Signatures) => {
      const { old, size, old_root, root, receipt } = keyed(found, 'old', 'size', 'old_root', 'root', 'receipt');
      const read = parseReceipt(bytesOf(receipt));
      inPlace(read, old, size);
      equal(hexOf(await provesConsistency(read, parseKey(vkey(file)), bytesOf(old_root), by)), root, 'root');
    },
    signed_entries: async (found: any, file: any, by: Signatures) => {
      const { index, size, entry, root, file: data } = keyed(found, 'index', 'size', 'entry', 'root', 'file');
      const read = parseSignedEntry(bytesOf(data));
      inPlace(read.receipt, index, size);
      equal([toHex(read.entry), hexOf(await provesEntry(read, parseKey(vkey(file)), by))], [entry, root], 'entry, root');
    },
  };
}

export async function notProved(found: any, file: any, by: Signatures): Promise<void> {
  const { entry, receipt } = keyed(found, 'name', 'entry', 'receipt');
  equal(await provesInclusion(parseReceipt(bytesOf(receipt)), parseKey(file.vkey), bytesOf(entry), by), null, 'proved');
}

export async function notProvedEntry(found: any, file: any, by: Signatures): Promise<void> {
  equal(await provesEntry(parseSignedEntry(bytesOf(keyed(found, 'name', 'file').file)), parseKey(file.vkey), by), null, 'proved');
}

export const refusedReceipt = (found: any): void => refused(() => parseReceipt(bytesOf(keyed(found, 'name', 'receipt').receipt)));
export const refusedEntry = (found: any): void => refused(() => parseSignedEntry(bytesOf(keyed(found, 'name', 'file').file)));
