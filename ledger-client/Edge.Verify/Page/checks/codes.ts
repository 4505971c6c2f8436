import { toHex } from '../source/forms/bytes.ts';
import { readCode } from '../source/codes/code.ts';
import { Told } from '../source/codes/told.ts';
import { equal, keyed } from './expect.ts';

/** codes.json */

function read(texts: string[]): { file: string } | { why: string } {
  const told = new Map<string, Told>();
  for (const text of texts) {
    const part = readCode(text);
    if ('reason' in part)
      return { why: part.reason };
    const key = part.count === 1 ? toHex(part.bytes) : `${part.digest}/${part.count}`, file = told.get(key) ?? new Told(part.count, part.digest);
    file.add(part);
    told.set(key, file);
  }
  const [only] = told.values(), refusal = only!.refusal;
  return told.size > 1 ? { why: 'several_codes' } : refusal ? { why: refusal.reason } : { file: toHex(only!.file()) };
}

export const told = (found: any): void => equal(read(keyed(found, 'texts', 'file').texts), { file: found.file }, 'file');
export const refusedCodes = (found: any): void => equal(read(keyed(found, 'name', 'texts', 'why').texts), { why: found.why }, 'why');
