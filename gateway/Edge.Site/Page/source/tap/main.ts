import './tap.css';
import { askJson } from '../wire/ask.ts';
import { chosen, keep, wordsOf } from '../words/choice.ts';
import { check } from './check.ts';
import type { Tap } from './forms.ts';
import { tapPage, type Heard } from './page.ts';

/** How often the figures are asked for while somebody looks: well before the newest of them say nothing of now any more. */
const EVERY = 15_000;
const AGAIN = 10_000;

const place = document.querySelector('#page')!;
let words = wordsOf(chosen());
let heard: Heard = { tap: null, ahead: 0, lost: false };
let built = '';
let shown = build();
let timer = 0;

setInterval(() => document.hidden || shown.show(heard), 1000);
document.addEventListener('visibilitychange', () => document.hidden || listen());
void listen();

async function listen(): Promise<void> {
  clearTimeout(timer);
  if (document.hidden)
    return;
  try {
    const tap = await askJson<Tap>('tap');
    heard = { tap, ahead: Date.parse(tap.time) - Date.now(), lost: false };
  } catch {
    heard = { ...heard, lost: true };
  }
  if (built !== key())
    shown = build();
  shown.show(heard);
  clearTimeout(timer);
  timer = setTimeout(() => void listen(), heard.lost ? AGAIN : EVERY);
}

function key(): string {
  return JSON.stringify([words.language, heard.tap?.readings.map(r => r.channel)]);
}

function build(): ReturnType<typeof tapPage> {
  built = key();
  const made = tapPage(heard.tap, words, { speak, check: () => heard.tap && check(heard.tap, words) });
  document.documentElement.lang = words.tag;
  if (heard.tap !== null)
    place.replaceChildren(made.root);
  made.show(heard);
  return made;
}

function speak(): void {
  words = wordsOf(words.language === 'en' ? 'zh' : 'en');
  keep(words.language);
  shown = build();
  document.querySelector<HTMLElement>('button.language')?.focus();
}
