import type { FileReport } from '../report/report.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';
import { outcomeWord } from './verdict.ts';

/** What stands in the margins of each printed page: what it is, the verdict, the digest of the file, the page's number. @param tally what several files came to, of which this is one; null: it is the only one */
export function printedMargins(sheet: CSSStyleSheet, report: FileReport, tally: string | null, setting: Setting): void {
  const [before, between, after] = setting.words.page();
  const digest = report.file.sha256 === '' ? '' : `SHA-256 ${report.file.sha256}`;
  sheet.replaceSync(`@page {
    @top-left { content: ${text(label(setting, 'report'))}; }
    @top-right { content: ${text(tally ?? outcomeWord(report.outcome, setting))}; }
    @bottom-left { content: ${text(digest)}; }
    @bottom-right { content: ${text(before)} counter(page) ${text(between)} counter(pages) ${text(after)}; }
  }`);
}

/** A CSS string; nothing but this page's own words and hexadecimal digits comes here. */
const text = (words: string): string => `"${words.replace(/["\\\n]/g, '')}"`;
