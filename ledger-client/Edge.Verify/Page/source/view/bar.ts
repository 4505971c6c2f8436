import { chinese } from '../words/chinese.ts';
import { english } from '../words/english.ts';
import { Times } from '../words/times.ts';
import { button, el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

export function firstSetting(languages: readonly string[]): Setting {
  return settingOf(languages[0]?.toLowerCase().startsWith('zh') ? chinese : english, 0);
}

/** A language, and the zone of this device. */
export const hereIn = (language: string): Setting => settingOf(language.toLowerCase().startsWith('zh') ? chinese : english, -new Date().getTimezoneOffset());

const settingOf = (words: Setting['words'], minutes: number): Setting => ({ words, times: new Times(minutes, words.beyondCalendar) });

/** What is always there: language, zone, print. */
export function bar(setting: Setting, canPrint: boolean, change: (setting: Setting) => void): HTMLElement {
  const other = setting.words === english ? chinese : english;
  const language = button(setting.words.other, () => change(settingOf(other, setting.times.minutes)), { lang: other.tag, id: 'language' });
  const zone = el('select', { 'aria-label': label(setting, 'zone'), id: 'zone' }, ...zones().map(minutes =>
    el('option', { value: `${minutes}`, ...(minutes === setting.times.minutes ? { selected: '' } : {}) }, settingOf(setting.words, minutes).times.zone)));
  zone.addEventListener('change', () => change(settingOf(setting.words, Number(zone.value))));
  const print = button(label(setting, 'print'), () => window.print(), { id: 'print' });
  print.disabled = !canPrint;
  return el('div', { class: 'bar screen' }, el('span', { class: 'brand' }, label(setting, 'title')), zone, language, print);
}

/** UTC, China, and where this device is. */
const zones = (): number[] => [...new Set([0, 480, -new Date().getTimezoneOffset()])];
