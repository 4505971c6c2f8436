/** Absolute times at one offset from UTC. */

const LAST_SHOWN = 253_402_200_000;

const two = (number: number): string => `${number}`.padStart(2, '0');

export class Times {
  /** "UTC", "UTC+8", "UTC-03:30". */
  readonly zone: string;

  /** @param minutes from UTC
   *  @param beyond words for a time that has no date, after its second in digits */
  constructor(readonly minutes: number, private readonly beyond: (second: string) => string) {
    const size = Math.abs(minutes), sign = minutes < 0 ? '-' : '+';
    this.zone = minutes === 0 ? 'UTC' : `UTC${sign}${size % 60 === 0 ? size / 60 : `${two(Math.floor(size / 60))}:${two(size % 60)}`}`;
  }

  /** "2026-11-20 08:14:02" */
  second(seconds: number | bigint): string {
    return this.format(seconds, (date, time) => `${date} ${time}`);
  }

  /** The time alone when it falls on the day of another, which stands before it. */
  after(start: number | bigint, seconds: number | bigint): string {
    const day = this.format(start, date => date);
    return this.format(seconds, (date, time) => (date === day ? time : `${date} ${time}`));
  }

  /** "2026-11-20 08:14:33.250" */
  device(seconds: number): string {
    return this.format(seconds, (date, time, thousandths) => `${date} ${time}.${thousandths}`);
  }

  /** As short as an axis needs it. */
  tick(seconds: number, step: number): string {
    return this.format(seconds, (date, time, thousandths) => (step < 1 ? `${time}.${thousandths}` : step < 60 ? time : step < 86_400 ? time.slice(0, 5) : date));
  }

  private format(seconds: number | bigint, form: (date: string, time: string, thousandths: string) => string): string {
    if (seconds >= LAST_SHOWN)
      return this.beyond(typeof seconds === 'bigint' ? `${seconds}` : seconds.toFixed(0));
    const moment = new Date(Math.floor(Number(seconds) * 1000 + 0.5) + this.minutes * 60_000).toISOString();
    return form(moment.slice(0, 10), moment.slice(11, 19), moment.slice(20, 23));
  }
}
