import { button, el, mark, say, sign, type Tone } from '../view/element.ts';
import { span } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import { aged } from './age.ts';
import { figureView } from './figure.ts';
import type { Tap, Verdict } from './forms.ts';
import { moment } from './moment.ts';
import { tapWords } from './words.ts';

/** Seconds after which it is said that newer measurements wait for the city. */
const WAITING = 300;
const TONES: Readonly<Record<Verdict, Tone>> = { 'in-order': 'good', 'out-of-limits': 'bad', unknown: 'doubt' };

export interface Doors {
  speak(): void;
  check(): void;
}

/** What the page knows: the newest answer, and since when none comes. */
export interface Heard {
  readonly tap: Tap | null;
  /** Milliseconds that the gateway's clock is ahead of this phone's. */
  readonly ahead: number;
  /** Whether the newest attempt failed. */
  readonly lost: boolean;
}

/** The whole page in one language: the answer, the figures, who vouches for them, and the way to check it. */
export function tapPage(first: Tap | null, common: Words, doors: Doors): { root: HTMLElement; show(heard: Heard): void } {
  const language = common.language, words = tapWords[language];
  const [name, notice, icon, answer, because, when] = [el('p', { class: 'name' }), el('p', { class: 'notice', role: 'status' }), el('span', { class: 'icon' }), el('span'), el('p', { class: 'because' }), el('p', { class: 'when' })];
  const [by, upTo, who] = [el('strong'), el('span'), el('p', { class: 'small' })];
  const figures = (first?.readings ?? []).map(({ channel }) => figureView(channel));
  const verdict = el('section', { class: 'verdict' }, el('h1', {}, words.question), el('p', { class: 'answer' }, icon, answer), because, when);
  const proof = el('section', { class: 'proof' }, el('h2', {}, words.provedTitle), el('p', {}, by, ' ', upTo), who);
  const saved = (first?.readings ?? []).map(({ channel, name: called }) =>
    el('li', {}, el('a', { href: `/api/v1/tap/evidence?${new URLSearchParams({ channel })}`, download: '' }, words.save(called[language]))));
  const sure = el('details', { class: 'sure', id: 'sure' }, el('summary', {}, words.sureTitle), ...words.sure.map(text => el('p', {}, text)), el('ul', {}, ...saved));
  const root = el('div', {}, el('header', {}, name, button(common.other, doors.speak, { class: 'language', lang: language === 'zh' ? 'en' : 'zh-Hans' })), notice,
    el('main', {}, verdict, el('section', { class: 'figures', 'aria-label': words.because['in-order'] }, ...figures.map(each => each.root)), proof, sure),
    el('footer', {}, button(words.check, doors.check, { class: 'check' })));
  return {
    root,
    show({ tap: answered, ahead, lost }) {
      const now = Date.now() + ahead, tap = answered === null ? null : aged(answered, now);
      const heardAt = tap === null ? '' : moment(new Date(Date.parse(tap.time) - ahead));
      mark(root, 'link', lost ? 'lost' : tap === null ? 'asking' : 'live');
      notice.hidden = !lost;
      say(notice, !lost ? '' : tap === null ? words.lostAtOnce : words.lost(heardAt));
      root.querySelector('main')!.hidden = root.querySelector('footer')!.hidden = tap === null;
      if (tap === null)
        return;
      const judged = tap.verdict, ago = (time: string): string => since(now - Date.parse(time));
      say(name, tap.name[language]);
      document.title = `${words.question} ${tap.name[language]}`;
      const times = tap.readings.map(r => r.at).filter(at => at !== null).sort(), oldest = times[0];
      if (verdict.dataset.verdict !== judged)
        icon.replaceChildren(sign(TONES[judged]));
      mark(verdict, 'verdict', judged);
      mark(verdict, 'tone', TONES[judged]);
      say(answer, words.answers[judged]);
      const outside = tap.readings.filter(r => r.within === false).map(r => r.name[language]);
      say(because, judged === 'out-of-limits' ? words.outside(outside.join(words.and)) : judged === 'unknown' && lost ? words.unreachable : words.because[judged]);
      say(when, oldest === undefined ? words.never : words.measured(ago(oldest), moment(new Date(oldest))));
      figures.forEach((each, place) => each.show(tap.readings[place]!, language, words));
      showProof(tap, ago, now);
    },
  };

  /** In whole seconds. */
  function since(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    return seconds < 10 ? `${seconds} ${common.units[3]}` : span(seconds, common);
  }

  function showProof({ proof: proved }: Tap, ago: (time: string) => string, now: number): void {
    mark(proof, 'proof', proved === null ? 'none' : proved.measured !== null && now - Date.parse(proved.measured) > WAITING * 1000 ? 'waiting' : 'proved');
    if (proved === null) {
      say(by, '');
      say(upTo, words.notYet);
      say(who, '');
      return;
    }
    const measured = proved.measured ?? proved.accepted;
    say(by, words.proved(proved.departments.length, proved.of));
    say(upTo, `${words.upTo(moment(new Date(measured)), ago(measured), moment(new Date(proved.accepted)))}${proof.dataset.proof === 'waiting' ? ` ${words.waiting}` : ''}`);
    say(who, proved.departments.join(words.and));
  }
}
