import table from '../../../../signs.txt';

/** Section 15: hidden, a mark, a letter or figure, anything else. */
export type SignKind = 'H' | 'M' | 'L' | 'O';

export const signs: string = table;

let kinds: Uint8Array | undefined;

function read(): Uint8Array {
  const read = new Uint8Array(0x110000);
  let at = 0;
  for (const [, kind, length] of table.matchAll(/([HMLO])([0-9a-f]*)/g))
    read.fill(kind!.charCodeAt(0), at, at += length === '' ? 1 : parseInt(length!, 16));
  return read;
}

/** Of the first character of a text, by the table and not by the engine's own version of Unicode. */
export const kindOf = (sign: string): SignKind => String.fromCharCode((kinds ??= read())[sign.codePointAt(0)!]!) as SignKind;
