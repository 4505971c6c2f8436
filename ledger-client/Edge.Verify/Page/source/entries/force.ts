import type { Entry, Part } from './entry.ts';

/** Section 2: what is in force at a place of the log, as positions in the list of disclosed entries. */
export class Force {
  private boot: number | null = null;
  private clock: number | null = null;
  private seal: number | null = null;
  private configurations = new Map<string, number>();
  private calibrations = new Map<string, number>();

  get hasBoot(): boolean {
    return this.boot !== null;
  }

  /** Goes past an entry. */
  pass(position: number, entry: Entry): void {
    switch (entry.kind) {
      case 'boot':
        this.boot = position;
        this.clock = null;
        this.configurations = new Map();
        this.calibrations = new Map();
        break;
      case 'seal':
        this.seal = position;
        break;
      case 'clock':
        this.clock = position;
        break;
      case 'configuration':
        this.configurations.set(entry.channel, position);
        break;
      case 'calibration':
        this.calibrations.set(entry.channel, position);
        break;
    }
  }

  of(part: Part, channel: string): number | null {
    switch (part) {
      case 'boot': return this.boot;
      case 'configuration': return this.configurations.get(channel) ?? null;
      case 'calibration': return this.calibrations.get(channel) ?? null;
      case 'clock': return this.clock;
      case 'seal': return this.seal;
    }
  }
}
