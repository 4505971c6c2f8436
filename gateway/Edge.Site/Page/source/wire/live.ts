import type { Link, Model } from '../model/model.ts';
import { askJson, Refused } from './ask.ts';
import type { Channels, FieldWords, Language, Said, Session, Status } from './forms.ts';

const SILENT_AFTER = 6_000;
const AGAIN_AFTER = 3_000;
const RESTS_AFTER = 60_000;

type Row = [channel: number, value: number | null, quality: number, reason: number, at: number | null];

/** Keeps the model at what the gateway says, and says of the link how it is. Whatever ends, it is tried again. */
export class Live {
  private source: EventSource | null = null;
  private heard = 0;
  private again: number | undefined;
  private rests: number | undefined;

  constructor(private readonly model: Model, private readonly changed: (what: 'readings' | 'status' | 'all') => void) {
    setInterval(() => {
      if (this.model.link === 'live' && performance.now() - this.heard > SILENT_AFTER)
        this.mark('stale');
    }, 1000);
    document.addEventListener('visibilitychange', () => this.watched(!document.hidden));
  }

  /** A page that nobody sees does not make the gateway work for it. */
  private watched(is: boolean): void {
    clearTimeout(this.rests);
    if (!is)
      this.rests = setTimeout(() => this.end(), RESTS_AFTER);
    else if (this.source === null && this.model.link !== 'denied')
      void this.begin();
  }

  /** Begins, or begins anew: somebody has logged in or out. */
  async begin(): Promise<void> {
    this.end();
    try {
      const session = this.model.session = await askJson<Session>('session');
      if (session.looking === 'login' && session.name === null) {
        this.forget();
        return;
      }
      const [channels, words] = await Promise.all([askJson<Channels>('channels'), askJson<Record<Language, FieldWords>>('words')]);
      if (channels.channels.length !== this.model.newest.length || this.model.gateway !== channels.gateway)
        this.model.newest = channels.channels.map(() => null);
      Object.assign(this.model, { gateway: channels.gateway, channels: channels.channels, hasTap: channels.tap, fieldWords: words });
      this.changed('all');
      this.listen();
    } catch (e) {
      this.failed(e);
    }
  }

  private listen(): void {
    const source = this.source = new EventSource('/api/v1/live');
    const on = <T>(name: string, take: (data: T) => void): void => source.addEventListener(name, event => {
      this.heard = performance.now();
      take(JSON.parse((event as MessageEvent<string>).data));
      this.mark('live');
    });
    on<Row[]>('readings', rows => {
      for (const [channel, value, quality, reason, at] of rows)
        this.model.newest[channel] = { value, quality, reason, at };
      this.changed('readings');
    });
    on<Status>('status', status => {
      this.model.status = status;
      this.model.ahead = Date.parse(status.time) - Date.now();
      this.changed('status');
    });
    on<Said>('said', said => {
      this.model.said = said;
      this.changed('status');
    });
    source.addEventListener('error', () => void this.ask());
  }

  /** Live events do not say why they ended; the status does. */
  private async ask(): Promise<void> {
    const closed = this.source?.readyState === EventSource.CLOSED;
    try {
      await askJson('status');
      if (closed)
        this.failed(new Refused(503, 'too-many-viewers', '', null));
    } catch (e) {
      this.failed(e);
    }
  }

  private failed(why: unknown): void {
    this.end();
    const { status, type } = why instanceof Refused ? why : { status: 0, type: 'failed' };
    if (status === 401 || status === 403)
      return this.forget();
    this.mark( type === 'too-many-viewers' ? 'full' : status === 0 ? 'away' : 'failed');
    this.again = setTimeout(() => void this.begin(), AGAIN_AFTER);
  }

  /** Who may not look is shown nothing of what was seen before. */
  private forget(): void {
    Object.assign(this.model, { gateway: '', channels: [], newest: [], status: null, said: {}, lost: 0 });
    this.mark('denied');
    this.changed('all');
  }

  private end(): void {
    clearTimeout(this.again);
    this.source?.close();
    this.source = null;
  }

  private mark(link: Link): void {
    if (link === this.model.link)
      return;
    if (this.model.link === 'live')
      this.model.lost = Date.now() - (performance.now() - this.heard);
    this.model.link = link;
    this.changed('all');
  }
}
