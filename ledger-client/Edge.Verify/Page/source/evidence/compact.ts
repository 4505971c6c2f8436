import type { Bytes } from '../forms/bytes.ts';
import type { CborReader } from '../forms/cbor.ts';
import { need } from '../forms/malformed.ts';
import { LIMIT } from '../forms/text.ts';
import { isKeyName } from '../keys/key.ts';
import type { Note } from '../notes/note.ts';
import { MAX_NOTE, MAX_SIGNATURES, writeCheckpoint } from '../notes/note.ts';

/** Section 10, "One form": positions in a table, none above the number of different ones before it, and every row used. */
export class FirstUse {
  private used = 0;

  constructor(private readonly rows: number) {}

  position(from: CborReader): number {
    const position = from.small(2 ** 31);
    need(position < this.rows, 'a position beyond the table');
    need(position <= this.used, 'a table that is not in the order of its use');
    this.used = Math.max(this.used, position + 1);
    return position;
  }

  end(): void {
    need(this.used === this.rows, 'a row that nothing uses');
  }
}

/** Section 10: names of keys, and notes that refer to them. */
export class NameTable {
  private readonly names: string[];
  private readonly use: FirstUse;

  constructor(from: CborReader) {
    this.names = Array.from({ length: from.array(10_000) }, () => from.text(255, 1));
    need(this.names.every(isKeyName), 'a name that no key can have');
    need(new Set(this.names).size === this.names.length, 'a name twice');
    this.use = new FirstUse(this.names.length);
  }

  /** @param rooted whether it has its root with it */
  note(from: CborReader, rooted: boolean): CompactNote {
    from.array(rooted ? 4 : 3, rooted ? 4 : 3);
    const origin = this.name(from), size = from.uint(LIMIT);
    const root = rooted ? from.bytes(32, 32) : null;
    const signatures = Array.from({ length: from.array(MAX_SIGNATURES, 1) }, (): [string, Bytes] => {
      from.array(2, 2);
      return [this.name(from), from.bytes(MAX_NOTE, 5)];
    });
    return new CompactNote(origin, size, root, signatures);
  }

  end(): void {
    this.use.end();
  }

  private name(from: CborReader): string {
    return this.names[this.use.position(from)]!;
  }
}

export class CompactNote {
  constructor(readonly origin: string, readonly size: bigint, readonly root: Bytes | null, private readonly signatures: [string, Bytes][]) {}

  get count(): number {
    return this.signatures.length;
  }

  /** The signed checkpoint again. @throws Malformed */
  withRoot(root: Bytes): Note {
    return writeCheckpoint({ origin: this.origin, size: this.size, root }, this.signatures);
  }

  /** Of a note that has its root. @throws Malformed */
  whole(): Note {
    return this.withRoot(this.root!);
  }
}
