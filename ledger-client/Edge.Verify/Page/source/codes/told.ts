import type { Bytes } from '../forms/bytes.ts';
import { join, toHex } from '../forms/bytes.ts';
import { sha256 } from '../hashes/sha256.ts';
import type { Refusal } from '../report/report.ts';
import type { Part } from './code.ts';

/** A file as QR codes tell it, in any order and as often as they are read. */
export class Told {
  private readonly parts: (Bytes | undefined)[];

  constructor(private readonly count: number, private readonly digest: string) {
    this.parts = Array.from({ length: count });
  }

  add({ place, bytes }: Part): void {
    this.parts[place - 1] = bytes;
  }

  has({ place, bytes }: Part): boolean {
    return this.parts[place - 1]?.join() === bytes.join();
  }

  get size(): number {
    return this.parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  }

  /** Why it is no file yet; null: it is one. */
  get refusal(): Refusal | null {
    const missing = Array.from(this.parts, (part, i) => (part === undefined ? i + 1 : 0)).filter(place => place > 0);
    if (missing.length > 0)
      return { reason: 'parts_missing', detail: `${missing.join(', ')}/${this.count}` };
    return this.count > 1 && toHex(sha256(this.file()).subarray(0, 4)).toUpperCase() !== this.digest ? { reason: 'parts_differ', detail: `${this.count}` } : null;
  }

  /** Of the parts that are there. */
  file(): Bytes {
    return join(...this.parts.filter(part => part !== undefined));
  }
}
