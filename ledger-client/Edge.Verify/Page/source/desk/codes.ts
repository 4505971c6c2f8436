import type { Part } from '../codes/code.ts';
import { codeLines, readCode } from '../codes/code.ts';
import { pixelsOf } from '../codes/dimensions.ts';
import { isPicture, look } from '../codes/picture.ts';
import { Told } from '../codes/told.ts';
import type { Bytes } from '../forms/bytes.ts';
import { toHex } from '../forms/bytes.ts';
import { MAX_FILE } from '../evidence/framed.ts';
import { sha256 } from '../hashes/sha256.ts';
import type { Refusal } from '../report/report.ts';
import type { Source } from './source.ts';
import { refusedSource } from './source.ts';

const MAX_PIXELS = 120e6;
const PATIENCE = 4000;

/** A file that QR codes tell; it grows with each that is read. */
export class CodeSource implements Source {
  readonly isFromCodes = true;
  private readonly told: Told;

  constructor(readonly name: string, { count, digest }: Part) {
    this.told = new Told(count, digest);
  }

  get size(): number {
    return this.told.size;
  }

  get refusal(): Refusal | null {
    return this.told.refusal;
  }

  read(): Promise<Bytes> {
    return Promise.resolve(this.told.file());
  }

  /** @returns whether it was not told yet */
  add(part: Part): boolean {
    const isNew = !this.told.has(part);
    this.told.add(part);
    return isNew;
  }
}

/** What QR codes have told so far: each file once, however often its codes are read. */
export class Codes {
  private readonly told = new Map<string, CodeSource>();
  private readonly names = new Set<string>();
  /** How often a name was asked for. */
  private readonly numbers = new Map<string, number>();

  /** @param name of what shows the code @returns the file it tells, and whether it told something new; or why it tells none */
  take(name: string, text: string): { source: CodeSource; isNew: boolean } | Refusal {
    const part = readCode(text);
    if ('reason' in part)
      return part;
    const key = part.count === 1 ? toHex(sha256(part.bytes)) : `${part.digest}/${part.count}`;
    const source = this.told.get(key) ?? new CodeSource(this.nameFor(name), part);
    this.told.set(key, source);
    return { source, isNew: source.add(part) };
  }

  /** What a file shows in pictures of codes, or says in the texts of some; null: neither, it is itself what is to be checked. */
  async open(file: Source): Promise<{ text: string }[] | Source | null> {
    if (file.size === 0 || file.size > MAX_FILE)
      return null;
    let data;
    try {
      data = await file.read();
    } catch {
      return null;
    }
    if (isPicture(data))
      return this.look(file, data);
    return codeLines(data)?.map(text => ({ text })) ?? null;
  }

  private async look(file: Source, data: Bytes): Promise<{ text: string }[] | Source> {
    if (pixelsOf(data) > MAX_PIXELS)
      return refusedSource(file, { reason: 'picture_too_large', detail: `${MAX_PIXELS / 1e6}` });
    let picture;
    try {
      picture = await createImageBitmap(new Blob([data]));
    } catch {
      return refusedSource(file, { reason: 'picture_not_opened', detail: '' });
    }
    const texts = await look(picture, picture.width, picture.height, PATIENCE);
    picture.close();
    return texts.length > 0 ? texts.map(text => ({ text })) : refusedSource(file, { reason: 'picture_without_code', detail: '' });
  }

  /** The picture's, as that of an evidence file; each once. */
  private nameFor(name: string): string {
    const plain = name.replace(/\.[^.]{1,5}$/, '');
    for (let number = (this.numbers.get(plain) ?? 0) + 1; ; number++) {
      const found = `${plain}${number > 1 ? `-${number}` : ''}.edge`;
      if (this.names.has(found))
        continue;
      this.numbers.set(plain, number);
      this.names.add(found);
      return found;
    }
  }
}
