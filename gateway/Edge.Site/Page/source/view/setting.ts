import type { Model } from '../model/model.ts';
import type { Trends } from '../model/trends.ts';
import type { FieldWords } from '../wire/forms.ts';
import type { Times } from '../words/times.ts';
import type { Words } from '../words/words.ts';

/** What the proof is of: a channel's reading at a time (null: its newest that is proved), or an entry. */
export interface Subject {
  readonly name: string;
  readonly channel?: string;
  /** Unix milliseconds. */
  readonly at?: number | null;
  readonly index?: number;
}

/** A channel's readings from one time to another, Unix milliseconds. */
export interface Stretch {
  readonly channel: string;
  readonly from: number;
  readonly to: number;
}

/** What the parts of the page share. */
export interface Setting {
  readonly model: Model;
  readonly words: Words;
  readonly times: Times;
  readonly trends: Trends;
  /** Shows the proof of something. */
  prove(subject: Subject): void;
  /** Saves the evidence file of something and says of which reading it is; where there is none yet, shows why, and says nothing. */
  save(subject: Subject): Promise<string>;
  /** Asks for the time of which an evidence file is to be, and saves it. */
  proveTime(stretch: Stretch): void;
  /** Asks who is there; done once somebody is logged in. */
  login(): void;
}

export interface View {
  readonly root: HTMLElement;
  /** Shows what the model has now. */
  show(): void;
}

export const fieldOf = ({ model, words }: Setting): FieldWords | undefined => model.fieldWords?.[words.language];
