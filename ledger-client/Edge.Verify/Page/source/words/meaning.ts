import type { ReadingRow } from '../report/report.ts';
import { quality } from './sentence.ts';
import type { Words } from './words.ts';

export type Category = 'F' | 'S' | 'C' | 'M';

/** By NAMUR NE 107, one for each reason from 1 on: failure, out of specification, check function, maintenance required. */
const CATEGORIES = 'FFFFFSSFCMFFFSSMCFFS';

/** Quality and reason, and what the reason is by NE 107. */
export function qualityAndMeaning(row: ReadingRow, words: Words): string {
  const category = CATEGORIES[row.reason - 1] as Category | undefined;
  return category === undefined ? quality(row, words) : `${quality(row, words)}${words.semicolon}NE 107${words.colon}${words.categories[category]}`;
}
