import type { Times } from '../words/times.ts';
import type { Labels } from '../words/labels.ts';
import type { Words } from '../words/words.ts';

/** In which language and zone things are shown. */
export interface Setting {
  readonly words: Words;
  readonly times: Times;
}

export const label = ({ words }: Setting, name: Labels): string => words.labels[name];
