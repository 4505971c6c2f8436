import 'uplot/dist/uPlot.min.css';
import './page.css';
import { emptyModel, now } from './model/model.ts';
import { Trends } from './model/trends.ts';
import { Follower } from './model/way.ts';
import { page } from './view/page.ts';
import { showPassword } from './view/password.ts';
import { isEarlier, saveEvidence } from './view/evidence.ts';
import { showProof } from './view/proof.ts';
import { showRange } from './view/range.ts';
import { showLogin } from './view/login.ts';
import type { Setting } from './view/setting.ts';
import { Live } from './wire/live.ts';
import { tell } from './wire/ask.ts';
import { chosen, keep, wordsOf } from './words/choice.ts';
import { Times } from './words/times.ts';

const model = emptyModel();
const follower = new Follower();
const trends = new Trends(channel => shown.trend(channel), () => now(model));
const place = document.querySelector('#page')!;
let words = wordsOf(chosen());
let times = Times.chosen();
let built = '';
let shown = build();

const live = new Live(model, what => {
  if (what === 'status')
    follower.see(model);
  // Which channels there are is part of how the page is built.
  if (built !== key())
    shown = build();
  else if (what === 'readings')
    shown.readings();
  else
    shown.show();
});
setInterval(() => shown.show(), 1000);
void live.begin();

function key(): string {
  return JSON.stringify([words.language, times.isUtc, model.gateway, model.channels, model.hasTap]);
}

function build(): ReturnType<typeof page> {
  built = key();
  const setting: Setting = {
    model, words, times, trends,
    prove: subject => showProof(subject, setting),
    save: subject => saveEvidence(subject, model).then(({ name, measured }) => words.proving.saved(name, measured === null ? null : times.moment(new Date(measured)), isEarlier(measured, subject)), () => {
      showProof(subject, setting);
      return '';
    }),
    proveTime: stretch => showRange(stretch, setting),
    login: () => showLogin(words, () => void live.begin()),
  };
  const made = page(setting, follower, { speak, turn, leave, password: () => showPassword(setting, () => void live.begin().then(() => setting.login())) });
  document.documentElement.lang = words.tag;
  place.replaceChildren(made.root);
  made.show();
  return made;
}

function leave(): void {
  void tell('logout', {}, model.session?.proof ?? null).catch(() => null).then(() => live.begin());
}

function speak(): void {
  words = wordsOf(words.language === 'en' ? 'zh' : 'en');
  keep(words.language);
  shown = build();
  document.querySelector<HTMLElement>('button.language')?.focus();
}

/** To the other zone. */
function turn(): void {
  times = times.other();
  shown = build();
  document.querySelector<HTMLElement>('button.zone')?.focus();
}
