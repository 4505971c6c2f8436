import type { Outcome } from '../report/report.ts';
import type { Sheet } from './pile.ts';

/** What counts most comes first. */
export const GRAVITY: readonly Outcome[] = ['invalid', 'proved', 'not_checked', 'not_proved', 'valid_but', 'valid'];

const weight = ({ report }: Sheet): number => (report === null ? GRAVITY.length : GRAVITY.indexOf(report.outcome));

/** Of equals in the order in which they were given; those behind that are not checked yet. */
export const worstFirst = (sheets: readonly Sheet[]): Sheet[] => [...sheets].sort((a, b) => weight(a) - weight(b));
