import type { Channel, FieldWords, Language, Reading, Said, Session, Status } from '../wire/forms.ts';

/** How the page stands to the gateway: it asks for the first time, hears it, hears nothing, may not look, is one too many, cannot reach it, is told of a mistake. */
export type Link = 'asking' | 'live' | 'stale' | 'denied' | 'full' | 'away' | 'failed';

/** All that the page knows. */
export interface Model {
  link: Link;
  /** When it was heard last, by this browser's clock; 0: never. */
  lost: number;
  /** Milliseconds that the gateway's clock is ahead of this browser's. */
  ahead: number;
  gateway: string;
  channels: readonly Channel[];
  hasTap: boolean;
  newest: (Reading | null)[];
  status: Status | null;
  said: Said;
  fieldWords: Readonly<Record<Language, FieldWords>> | null;
  /** Null: not known yet. */
  session: Session | null;
}

export const emptyModel = (): Model => ({
  link: 'asking', lost: 0, ahead: 0, gateway: '', channels: [], hasTap: false, newest: [], status: null, said: {}, fieldWords: null, session: null,
});

/** Whether what stands here is only what was heard last. */
export const isLost = ({ link }: Model): boolean => link === 'stale' || link === 'full' || link === 'away' || link === 'failed';

/** The gateway's time, Unix milliseconds. */
export const now = (model: Model): number => Date.now() + model.ahead;

const LEAST_PATIENCE = 10;
const PATIENCE_PERIODS = 3;

/** For how many seconds a channel has been silent beyond what its period explains; 0: it is not. */
export function silentFor(model: Model, place: number): number {
  const at = model.newest[place]?.at ?? null;
  const period = model.channels[place]?.periodSeconds ?? 0;
  const age = at === null ? 0 : (now(model) - at) / 1000;
  return age > Math.max(LEAST_PATIENCE, PATIENCE_PERIODS * period) ? age : 0;
}
