import { MAX_FILE } from '../evidence/framed.ts';
import { Malformed } from '../forms/malformed.ts';
import type { Bench } from '../report/bench.ts';
import { LocalBench, notChecked } from '../report/bench.ts';
import type { FileReport, Refusal, TrustReport } from '../report/report.ts';
import { WorkerBench } from '../report/worker.ts';
import type { Source } from './source.ts';

const MAX_WITHOUT_WORKER = 4 << 20;

/** Checks files by a policy, in a worker where the browser gives one. What is under way can be left: its answer then is null. */
export class Examiner {
  private bench: Bench | null = null;
  /** Whether the bench knows the policy. */
  private isBriefed = false;
  private round = 0;

  /** @param program of a worker; null: there is none */
  constructor(private readonly program: string | null) {}

  get hasWorker(): boolean {
    return !(this.bench instanceof LocalBench);
  }

  /** Whoever began before hears no more. */
  begin(): number {
    return ++this.round;
  }

  isCurrent(round: number): boolean {
    return round === this.round;
  }

  /** Leaves what is under way, and what is known of the policy. */
  leave(): void {
    this.round++;
    this.drop();
  }

  /** @returns whom the policy trusts, or why it is none; undefined: that is known already */
  async brief(policy: Source, round: number): Promise<TrustReport | Refusal | null | undefined> {
    if (this.isBriefed)
      return undefined;
    try {
      const data = await policy.read();
      if (round !== this.round)
        return null;
      const trust = await this.open().trust(policy.name, data);
      if (round !== this.round)
        return null;
      this.isBriefed = true;
      return trust;
    } catch (e) {
      if (round !== this.round)
        return null;
      if (this.bench instanceof WorkerBench && !this.bench.hasAnswered) {
        this.bench = new LocalBench();
        return this.brief(policy, round);
      }
      return { reason: e instanceof Malformed ? 'policy_malformed' : 'cannot_read', detail: (e as Error).message };
    }
  }

  async check(source: Source, round: number): Promise<FileReport | null> {
    const facts = { name: source.name, bytes: source.size, sha256: '' };
    if (source.refusal !== null)
      return refused(source, source.refusal);
    if (source.size > MAX_FILE || (!this.hasWorker && source.size > MAX_WITHOUT_WORKER))
      return notChecked(facts, 'too_large', `${this.hasWorker ? MAX_FILE : MAX_WITHOUT_WORKER}`);
    let data;
    try {
      data = await source.read();
    } catch {
      return round === this.round ? notChecked(facts, 'cannot_read', '') : null;
    }
    if (round !== this.round)
      return null;
    try {
      const report = await this.open().check(source.name, data);
      return round === this.round ? report : null;
    } catch (e) {
      if (round !== this.round)
        return null;
      this.drop();
      return notChecked(facts, 'unforeseen', (e as Error).message);
    }
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

  private drop(): void {
    const left = this.bench;
    this.bench = null;
    this.isBriefed = false;
    if (left instanceof WorkerBench)
      left.end();
  }
}

export const refused = ({ name, size }: Source, { reason, detail }: Refusal): FileReport => notChecked({ name, bytes: size, sha256: '' }, reason, detail);
