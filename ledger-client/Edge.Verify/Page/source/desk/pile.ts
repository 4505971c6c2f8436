import { MAX_POLICY } from '../notes/policy.ts';
import { isPolicy } from '../report/bench.ts';
import type { FileReport, Refusal } from '../report/report.ts';
import type { CodeSource } from './codes.ts';
import { Codes } from './codes.ts';
import { Pace } from './pace.ts';
import type { Source } from './source.ts';
import { refusedSource } from './source.ts';

const MAX_FILES = 200;

export interface Sheet {
  readonly source: Source;
  /** Null: not checked yet. */
  report: FileReport | null;
}

/** The files that are to be checked, in the order in which they were given, and those that QR codes tell. */
export class Pile {
  readonly sheets: Sheet[] = [];
  leftOut = 0;
  private readonly codes = new Codes();

  /** Lays what a camera reads. @returns the file that it tells, and whether more of it than before; or why it tells none */
  layCode(camera: string, text: string): { source: CodeSource; isNew: boolean } | Refusal {
    const read = this.codes.take(camera, text);
    if (!('reason' in read))
      this.lay(read.source, read.isNew);
    return read;
  }

  /**
   * Lays all but what is a policy by what is in it.
   * @param sorts whether policies are wanted: otherwise they are files like others
   * @param told what share of it is done
   * @returns the policies
   */
  async layAll(sources: Source[], sorts: () => boolean, told: (done: number) => void): Promise<Source[]> {
    const policies: Source[] = [], pace = new Pace(told);
    for (const [i, source] of sources.entries()) {
      const opened = await this.codes.open(source);
      if (opened instanceof Array)
        await this.layCodes(source, opened, part => pace.step((i + part) / sources.length));
      else if (opened !== null)
        this.lay(opened, true);
      else if (sorts() && source.size <= MAX_POLICY && await isPolicyFile(source))
        policies.push(source);
      else
        this.lay(source, true);
      await pace.step((i + 1) / sources.length);
    }
    return policies;
  }

  private async layCodes(shower: Source, codes: { text: string }[], done: (part: number) => Promise<void>): Promise<void> {
    for (const [i, { text }] of codes.entries()) {
      const read = this.codes.take(shower.name, text);
      if ('reason' in read)
        this.lay(refusedSource(shower, read), true);
      else
        this.lay(read.source, read.isNew);
      await done((i + 1) / codes.length);
    }
  }

  /** Lays a file, or anew one that was there and tells more now. */
  private lay(source: Source, isNew: boolean): void {
    const sheet = this.sheets.find(each => each.source === source);
    if (sheet !== undefined)
      sheet.report = isNew ? null : sheet.report;
    else if (this.sheets.length < MAX_FILES)
      this.sheets.push({ source, report: null });
    else
      this.leftOut++;
  }
}

async function isPolicyFile(source: Source): Promise<boolean> {
  try {
    return isPolicy(await source.read());
  } catch {
    return false;
  }
}
