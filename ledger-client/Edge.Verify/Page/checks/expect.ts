import { Malformed } from '../source/forms/malformed.ts';

/** A vector that does not come out as it says. */
export class Wrong extends Error {}

export const plain = (value: unknown): string => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? Number(each) : each));

export function equal(got: unknown, wanted: unknown, what: string): void {
  if (plain(got) !== plain(wanted))
    throw new Wrong(`${what}: ${plain(got)}, not ${plain(wanted)}`);
}

/** @param read to be refused as a form */
export function refused(read: () => unknown): void {
  try {
    read();
  } catch (e) {
    if (e instanceof Malformed)
      return;
    throw e;
  }
  throw new Wrong('read although it is to be refused');
}

/** The values of a case that has exactly these keys: nothing new is passed over. */
export function keyed(found: any, ...names: string[]): any {
  const unknown = Object.keys(found).filter(name => !names.includes(name)), missing = names.filter(name => !(name in found));
  if (unknown.length + missing.length > 0)
    throw new Wrong(`keys unknown: ${unknown.join()}, missing: ${missing.join()}`);
  return found;
}
