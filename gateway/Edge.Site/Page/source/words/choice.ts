import type { Language } from '../wire/forms.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Words } from './words.ts';

const KEPT = 'edge-language';

export const wordsOf = (language: Language): Words => (language === 'zh' ? chinese : english);

/** The language chosen here before, else the browser's. */
export function chosen(): Language {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === 'en' || kept === 'zh')
      return kept;
  } catch {
    // A browser that keeps nothing.
  }
  return navigator.languages.find(l => /^(en|zh)\b/i.test(l))?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing.
  }
}
