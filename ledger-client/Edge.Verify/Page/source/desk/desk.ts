import { MAX_POLICY } from '../notes/policy.ts';
import type { FileReport, Refusal, TrustReport } from '../report/report.ts';
import { Examiner, refused } from './examiner.ts';
import { worstFirst } from './order.ts';
import type { Sheet } from './pile.ts';
import { Pile } from './pile.ts';
import type { Source } from './source.ts';

/** How the policy came here: chosen by itself, together with the files that it is to judge, so and then found to be the city's, or from the page around this one, as the files did. */
export type Provenance = 'chosen' | 'with_files' | 'confirmed' | 'from_page';

/** What lies on the desk: a policy, files, and what was found of them. Whoever draws it is told whenever it has changed. */
export class Desk {
  trust: TrustReport | null = null;
  provenance: Provenance = 'chosen';
  /** Why the policy that was given last is none. */
  refusedPolicy: FileReport | null = null;
  checking: Sheet | null = null;
  isStopped = false;
  /** How many gifts are still looked into. */
  taking = 0;
  /** What share of the gift is looked into, from 0 to 1; null: it takes no time. */
  taken: number | null = null;
  private pile = new Pile();
  private chosen: Sheet | null = null;
  private policy: Source | null = null;
  private readonly examiner: Examiner;

  /** @param program of a worker @param changed is called whenever something has */
  constructor(program: string | null, private readonly changed: () => void) {
    this.examiner = new Examiner(program);
  }

  get sheets(): readonly Sheet[] {
    return this.pile.sheets;
  }

  /** Whose report is shown: the one that was chosen, or else the worst; undefined where there is none. */
  get selected(): Sheet | undefined {
    return this.chosen ?? worstFirst(this.sheets)[0];
  }

  /** Files beyond those that have room. */
  get leftOut(): number {
    return this.pile.leftOut;
  }

  get hasWorker(): boolean {
    return this.examiner.hasWorker;
  }

  /** Takes whatever was given: files to be checked and policies, told apart by what is in them. Once a policy is there, another among the files is a file like others: whoever is accused may have brought it. */
  async take(sources: Source[]): Promise<void> {
    this.taking++;
    this.chosen = null;
    this.changed();
    const policies = await this.pile.layAll(sources, () => this.policy === null, done => { this.taken = done; this.changed(); }).finally(() => { this.taking--; this.taken = null; });
    if (policies.length > 1)
      this.refuse(policies[0]!, { reason: 'two_policies', detail: policies.map(each => each.name).join('\n') });
    else if (policies.length === 1)
      await this.takePolicy(policies[0]!, this.sheets.length > 0 && sources.length > 1 ? 'with_files' : 'chosen');
    else if (this.checking !== null)
      this.changed();
    else
      await this.checkAll();
  }

  /** Takes what the camera reads. @returns why nothing can be checked, and of which file if it is one's; null: there is a whole file */
  takeCode(camera: string, text: string): { refusal: Refusal; name: string | null } | null {
    const read = this.pile.layCode(camera, text);
    if ('reason' in read)
      return { refusal: read, name: null };
    const { source, isNew } = read, { refusal, name } = source;
    if (refusal === null)
      this.chosen = this.sheets.find(sheet => sheet.source === source) ?? null;
    if (isNew && this.checking === null)
      void this.checkAll();
    else if (refusal === null)
      this.changed();
    return refusal && { refusal, name };
  }

  /** Takes a file as the policy whatever is in it: everything is checked anew by it. */
  async takePolicy(source: Source, provenance: Provenance = 'chosen'): Promise<void> {
    this.forget();
    this.provenance = provenance;
    if (source.size > MAX_POLICY) {
      this.refuse(source, { reason: 'too_large', detail: `${MAX_POLICY}` });
      return;
    }
    this.policy = source;
    this.examiner.leave();
    await this.checkAll();
  }

  /** Whoever reads this has found that the policy that came with the files is the city's. */
  confirm(): void {
    this.provenance = 'confirmed';
    this.changed();
  }

  select(sheet: Sheet): void {
    this.chosen = sheet;
    this.changed();
  }

  /** Leaves what is not done; the rest stays unchecked. */
  stop(): void {
    this.examiner.leave();
    this.isStopped = true;
    this.checking = null;
    this.changed();
  }

  clear(): void {
    this.examiner.leave();
    Object.assign(this, { pile: new Pile(), trust: null, provenance: 'chosen', policy: null, refusedPolicy: null, chosen: null, checking: null, isStopped: false });
    this.changed();
  }

  /** Checks what is not checked yet. */
  async checkAll(): Promise<void> {
    this.isStopped = false;
    const round = this.examiner.begin();
    for (const sheet of this.sheets.filter(each => each.report === null && each.source.refusal !== null))
      sheet.report = refused(sheet.source, sheet.source.refusal!);
    this.changed();
    const policy = this.policy;
    if (policy === null)
      return;
    while (await this.brief(policy, round)) {
      const sheet = this.sheets.find(each => each.report === null);
      if (sheet === undefined) {
        this.checking = null;
        this.changed();
        return;
      }
      this.checking = sheet;
      this.changed();
      const report = await this.examiner.check(sheet.source, round);
      if (report === null)
        return;
      sheet.report = report;
    }
  }

  /** @returns whether files can be checked by it */
  private async brief(policy: Source, round: number): Promise<boolean> {
    const trust = await this.examiner.brief(policy, round);
    if (trust === null || !this.examiner.isCurrent(round))
      return false;
    if (trust === undefined)
      return true;
    if ('reason' in trust) {
      this.refuse(policy, trust);
      return false;
    }
    this.trust = trust;
    this.refusedPolicy = null;
    this.changed();
    return true;
  }

  private refuse(policy: Source, refusal: Refusal): void {
    this.forget();
    this.refusedPolicy = refused(policy, refusal);
    this.changed();
  }

  private forget(): void {
    this.policy = null;
    this.trust = null;
    this.sheets.forEach(sheet => { sheet.report = null; });
  }
}
