/** Milliseconds of work after which the page gets its turn. */
const SLICE = 50;

/** Work of many small steps, between which the page can be drawn and used. */
export class Pace {
  private since = performance.now();

  /** @param told what share of the work is done, from 0 to 1, as often as the page gets its turn */
  constructor(private readonly told: (done: number) => void) {}

  async step(done: number): Promise<void> {
    if (performance.now() - this.since < SLICE)
      return;
    this.told(done);
    await new Promise(resolve => { setTimeout(resolve); });
    this.since = performance.now();
  }
}
