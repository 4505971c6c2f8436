import type { Bytes } from '../forms/bytes.ts';
import { Malformed } from '../forms/malformed.ts';
import type { Bench } from './bench.ts';
import { LocalBench } from './bench.ts';
import type { FileReport, TrustReport } from './report.ts';

interface Question {
  readonly number: number;
  readonly call: keyof Bench;
  readonly name: string;
  readonly data: Bytes;
}

interface Answer {
  readonly number: number;
  readonly result?: FileReport | TrustReport;
  readonly malformed?: string;
}

/** Answers questions of the page, in the order in which they come: a policy holds for what is asked behind it. */
export function serve(): void {
  const bench = new LocalBench();
  let turn = Promise.resolve();
  self.onmessage = ({ data: { number, call, name, data } }: MessageEvent<Question>) => {
    turn = turn.then(async () => {
      try {
        self.postMessage({ number, result: await bench[call](name, data) } satisfies Answer);
      } catch (e) {
        self.postMessage({ number, malformed: e instanceof Malformed ? e.message : `${e}` } satisfies Answer);
      }
    });
  };
}

/** A bench in a worker, which may be left in the middle of its work. */
export class WorkerBench implements Bench {
  /** Whether it works at all. */
  hasAnswered = false;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve: (answer: any) => void; reject: (why: Error) => void }>();
  private number = 0;

  /** @param program of the worker @throws where the browser allows none */
  constructor(program: string) {
    const place = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    this.worker = new Worker(place);
    this.worker.onmessage = ({ data: { number, result, malformed } }: MessageEvent<Answer>) => {
      this.hasAnswered = true;
      const { resolve, reject } = this.waiting.get(number)!;
      this.waiting.delete(number);
      if (malformed === undefined)
        resolve(result);
      else
        reject(new Malformed(malformed));
    };
    this.worker.onerror = event => {
      event.preventDefault();
      this.fail(new Error(event.message || 'the worker ended'));
    };
  }

  trust(name: string, data: Bytes): Promise<TrustReport> {
    return this.ask('trust', name, data);
  }

  check(name: string, data: Bytes): Promise<FileReport> {
    return this.ask('check', name, data);
  }

  /** Leaves everything that is not done. */
  end(): void {
    this.worker.terminate();
    this.fail(new Error('stopped'));
  }

  private ask<T>(call: keyof Bench, name: string, data: Bytes): Promise<T> {
    const number = this.number++;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, call, name, data } satisfies Question, [data.buffer]);
    });
  }

  private fail(why: Error): void {
    for (const { reject } of this.waiting.values())
      reject(why);
    this.waiting.clear();
  }
}
