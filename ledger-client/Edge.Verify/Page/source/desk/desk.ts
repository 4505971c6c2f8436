import { Malformed } from '../forms/malformed.ts';
import { MAX_FILE } from '../evidence/framed.ts';
import { MAX_POLICY } from '../notes/policy.ts';
import type { Bench } from '../report/bench.ts';
import { isPolicy, LocalBench, notChecked } from '../report/bench.ts';
import type { FileReport, NotCheckedReason, Refusal, TrustReport } from '../report/report.ts';
import { WorkerBench } from '../report/worker.ts';
import { Codes } from './codes.ts';
import type { Source } from './source.ts';
import { refusedSource } from './source.ts';

const MAX_FILES = 200;
const MAX_WITHOUT_WORKER = 4 << 20;

export interface Sheet {
  readonly source: Source;
  /** Null: not checked yet. */
  report: FileReport | null;
}

/** What lies on the desk: a policy, files, and what was found of them. Whoever draws it is told whenever it has changed. */
export class Desk {
  sheets: Sheet[] = [];
  trust: TrustReport | null = null;
  /** Why the policy that was given last is none. */
  refusedPolicy: FileReport | null = null;
  /** By which the files are checked. */
  policy: Source | null = null;
  selected = 0;
  checking: Sheet | null = null;
  isStopped = false;
  leftOut = 0;
  /** How many gifts are still looked into. */
  taking = 0;
  private codes = new Codes();
  private bench: Bench | null = null;
  /** Whether the bench knows the policy. */
  private isBriefed = false;
  private round = 0;

  /** @param program of a worker @param changed is called whenever something has */
  constructor(private readonly program: string | null, private readonly changed: () => void) {}

  get hasWorker(): boolean {
    return !(this.bench instanceof LocalBench);
  }

  /** Takes whatever was given: files to be checked and policies, told apart by what is in them. */
  async take(sources: Source[]): Promise<void> {
    this.taking++;
    this.changed();
    const policies = await this.layAll(sources).finally(() => this.taking--);
    if (policies.length > 1)
      this.refuse(policies[0]!, 'two_policies', policies.map(each => each.name).join(', '));
    else if (policies.length === 1)
      await this.takePolicy(policies[0]!);
    else if (this.checking !== null)
      this.changed();
    else
      await this.checkAll();
  }

  /** Takes what the camera reads. @returns why nothing can be checked, and of which file if it is one's; null: there is a whole file */
  takeCode(camera: string, text: string): { refusal: Refusal; name: string | null } | null {
    const read = this.codes.take(camera, text);
    if ('reason' in read)
      return { refusal: read, name: null };
    const { source, isNew } = read, { refusal, name } = source;
    this.lay(read, source);
    if (refusal === null)
      this.selected = Math.max(0, this.sheets.findIndex(sheet => sheet.source === source));
    if (isNew && this.checking === null)
      void this.checkAll();
    else if (refusal === null)
      this.changed();
    return refusal && { refusal, name };
  }

  /** Takes a file as the policy whatever is in it: everything is checked anew by it. */
  async takePolicy(source: Source): Promise<void> {
    this.policy = null;
    this.trust = null;
    this.sheets.forEach(sheet => { sheet.report = null; });
    if (source.size > MAX_POLICY) {
      this.refuse(source, 'too_large', `${MAX_POLICY}`);
      return;
    }
    this.policy = source;
    this.leave();
    await this.checkAll();
  }

  select(sheet: number): void {
    this.selected = sheet;
    this.changed();
  }

  /** Leaves what is not done; the rest stays unchecked. */
  stop(): void {
    this.leave();
    this.isStopped = true;
    this.checking = null;
    this.changed();
  }

  clear(): void {
    this.leave();
    Object.assign(this, { sheets: [], codes: new Codes(), trust: null, policy: null, refusedPolicy: null, selected: 0, checking: null, isStopped: false, leftOut: 0 });
    this.changed();
  }

  /** Checks what is not checked yet. */
  async checkAll(): Promise<void> {
    this.isStopped = false;
    const round = ++this.round;
    for (const sheet of this.sheets.filter(each => each.report === null && each.source.refusal !== null))
      sheet.report = refused(sheet.source, sheet.source.refusal!);
    this.changed();
    const policy = this.policy;
    if (policy === null)
      return;
    for (;;) {
      if (!this.isBriefed && !await this.brief(policy, round))
        return;
      const sheet = this.sheets.find(each => each.report === null);
      if (sheet === undefined)
        break;
      this.checking = sheet;
      this.changed();
      const report = await this.check(sheet.source, round);
      if (round === this.round && report !== null)
        sheet.report = report;
      else
        return;
    }
    this.checking = null;
    this.changed();
  }

  /** Lays what is told on the desk, or anew what was there and tells more now. */
  private lay(told: { source: Source; isNew: boolean } | Refusal, file: Source): void {
    const { source, isNew } = 'reason' in told ? { source: refusedSource(file, told), isNew: true } : told;
    const sheet = this.sheets.find(each => each.source === source);
    if (sheet !== undefined)
      sheet.report = isNew ? null : sheet.report;
    else if (this.sheets.length < MAX_FILES)
      this.sheets.push({ source, report: null });
    else
      this.leftOut++;
  }

  /**
   * Lays all but what is a policy by what is in it. Once one is chosen, another among the files is a file like others: whoever is accused may have brought it.
   * @returns the policies
   */
  private async layAll(sources: Source[]): Promise<Source[]> {
    const policies: Source[] = [];
    for (const source of sources) {
      const opened = await this.codes.open(source);
      if (opened instanceof Array)
        opened.forEach(({ text }) => this.lay(this.codes.take(source.name, text), source));
      else if (opened !== null)
        this.lay({ source: opened, isNew: true }, source);
      else if (this.policy === null && source.size <= MAX_POLICY && await isPolicyFile(source))
        policies.push(source);
      else
        this.lay({ source, isNew: true }, source);
    }
    return policies;
  }

  private async brief(policy: Source, round: number): Promise<boolean> {
    try {
      const data = await policy.read();
      if (round !== this.round)
        return false;
      const trust = await this.open().trust(policy.name, data);
      if (round !== this.round)
        return false;
      this.trust = trust;
      this.refusedPolicy = null;
      this.isBriefed = true;
      this.changed();
      return true;
    } catch (e) {
      if (this.bench instanceof WorkerBench && !this.bench.hasAnswered && round === this.round) {
        this.bench = new LocalBench();
        return this.brief(policy, round);
      }
      if (round === this.round)
        this.refuse(policy, e instanceof Malformed ? 'policy_malformed' : 'cannot_read', (e as Error).message);
      return false;
    }
  }

  /** Null: it was left. */
  private async check(source: Source, round: number): Promise<FileReport | null> {
    const facts = { name: source.name, bytes: source.size, sha256: '' };
    if (source.refusal !== null)
      return refused(source, source.refusal);
    if (source.size > MAX_FILE || (!this.hasWorker && source.size > MAX_WITHOUT_WORKER))
      return notChecked(facts, 'too_large', `${this.hasWorker ? MAX_FILE : MAX_WITHOUT_WORKER}`);
    let data;
    try {
      data = await source.read();
    } catch {
      return notChecked(facts, 'cannot_read', '');
    }
    if (round !== this.round)
      return null;
    try {
      return await this.open().check(source.name, data);
    } catch (e) {
      if (round !== this.round)
        return null;
      this.drop();
      return notChecked(facts, 'unforeseen', (e as Error).message);
    }
  }

  private refuse(policy: Source, reason: NotCheckedReason, detail: string): void {
    this.policy = null;
    this.trust = null;
    this.sheets.forEach(sheet => { sheet.report = null; });
    this.refusedPolicy = notChecked({ name: policy.name, bytes: policy.size, sha256: '' }, reason, detail);
    this.changed();
  }

  private open(): Bench {
    if (this.bench !== null)
      return this.bench;
    try {
      this.bench = this.program === null ? new LocalBench() : new WorkerBench(this.program);
    } catch {
      this.bench = new LocalBench();
    }
    return this.bench;
  }

  private leave(): void {
    this.round++;
    this.drop();
  }

  private drop(): void {
    const left = this.bench;
    this.bench = null;
    this.isBriefed = false;
    if (left instanceof WorkerBench)
      left.end();
  }
}

const refused = ({ name, size }: Source, { reason, detail }: Refusal): FileReport => notChecked({ name, bytes: size, sha256: '' }, reason, detail);

async function isPolicyFile(source: Source): Promise<boolean> {
  try {
    return isPolicy(await source.read());
  } catch {
    return false;
  }
}
