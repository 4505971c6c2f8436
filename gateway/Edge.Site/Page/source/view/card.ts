import { isLost, now, silentFor } from '../model/model.ts';
import type { Channel, Reading } from '../wire/forms.ts';
import { figure, valueText } from '../words/figures.ts';
import { span } from '../words/times.ts';
import { alarmStrip } from './alarm.ts';
import { button, el, mark, say, sign, type Tone } from './element.ts';
import { newestReadings } from './readings.ts';
import { fieldOf, type Setting, type Subject, type View } from './setting.ts';
import { trendFigure } from './trend.ts';

const HOUR = 3_600_000;

/** One channel: its newest value with quality and age, what is alarming about it, its day, and the way to its proof. */
export function card(channel: Channel, place: number, setting: Setting): View & { seen(is: boolean): void; trend(): void } {
  const { words, model, times } = setting;
  const [value, unit, icon, quality, age, when] = [el('b'), el('span', { class: 'unit' }), el('span', { class: 'icon' }), el('span', { class: 'quality' }), el('span', { class: 'age' }), el('time')];
  const saved = el('p', { class: 'small saved', role: 'status' });
  const chart = trendFigure(channel, place, setting), alarm = alarmStrip(channel, setting);
  const shown = (): Subject => {
    const at = model.newest[place]?.at ?? null;
    return { name: at === null ? channel.name : `${channel.name}, ${value.textContent} ${unit.textContent}`.trimEnd() + `, ${times.moment(new Date(at))}`, channel: channel.name, at };
  };
  const hour = (): void => {
    const to = now(model);
    setting.proveTime({ channel: channel.name, from: to - HOUR, to });
  };
  const root = el('article', { class: 'card', 'data-channel': channel.name },
    el('h4', {}, channel.name), el('p', { class: 'value' }, value, ' ', unit), el('p', { class: 'state' }, icon, quality, ' ', age, ' ', when), alarm.root, chart.root,
    el('div', { class: 'actions' },
      button(words.evidence, () => void setting.save(shown()).then(said => say(saved, said)), { 'aria-label': words.evidenceOf(channel.name), class: 'evidence' }),
      button(words.proof, () => setting.prove(shown()), { 'aria-label': words.proofOf(channel.name), class: 'prove' }),
      button(words.range.open, hour, { 'aria-label': words.range.title(channel.name), class: 'range' })),
    saved, newestReadings(channel, setting));
  let isSeen = false;
  return {
    root,
    seen(is) {
      isSeen = is;
      if (!is)
        return;
      setting.trends.want(channel);
      chart.show();
    },
    trend: () => chart.show(),
    show() {
      if (isSeen) {
        setting.trends.want(channel);
        chart.show();
      }
      alarm.show();
      const reading = model.newest[place] ?? null, lost = isLost(model), silent = lost ? 0 : silentFor(model, place);
      const health = model.status?.channels?.[channel.name], text = reading?.value == null ? words.noValue : valueText(reading.value, channel, health?.contact, fieldOf(setting));
      const isFigure = reading?.value != null && health?.contact === undefined;
      say(value, reading === null ? '–' : isFigure ? figure(reading.value!, channel) : text);
      say(unit, isFigure ? channel.shownUnit : '');
      const tone = lost ? 'plain' : toneOf(reading, silent), state = qualityText(reading, silent, health?.doubtful_seconds, setting);
      if (icon.dataset.tone !== tone)
        icon.replaceChildren(sign(tone === 'uncertain' ? 'doubt' : tone as Tone));
      mark(icon, 'tone', tone);
      mark(root, 'tone', alarm.root.hidden ? tone : 'bad');
      mark(root, 'quality', tone);
      say(quality, lost && reading !== null ? words.lastHeard(state) : state);
      showTime(age, when, reading, silent, setting);
    },
  };
}

function toneOf(reading: Reading | null, silent: number): string {
  return reading === null ? 'plain' : reading.quality === 2 || silent > 0 ? 'bad' : reading.quality === 1 ? 'uncertain' : 'good';
}

function qualityText(reading: Reading | null, silent: number, doubtful: number | undefined, setting: Setting): string {
  const { words } = setting, field = fieldOf(setting);
  if (reading === null || field === undefined)
    return words.noReading;
  if (silent > 0)
    return words.silent(span(silent, words));
  const reason = reading.reason === 0 ? '' : `${words.language === 'zh' ? '：' : ': '}${field.reasons[reading.reason] ?? reading.reason}`;
  const since = reading.quality === 1 && doubtful !== undefined ? `${words.language === 'zh' ? '，' : ', '}${words.forSpan(span(doubtful, words))}` : '';
  return `${field.qualities[reading.quality] ?? reading.quality}${reason}${since}`;
}

/** The age, and the time itself beside it. */
function showTime(age: HTMLElement, when: HTMLTimeElement, reading: Reading | null, silent: number, { words, model, times }: Setting): void {
  if (reading === null || reading.at === null) {
    say(age, reading === null ? '' : words.noClock);
    say(when, '');
    return;
  }
  const at = new Date(reading.at);
  say(age, silent > 0 ? '' : words.ago(span(Math.max(0, now(model) - reading.at) / 1000, words)));
  say(when, times.clock(at));
  when.dateTime = at.toISOString();
  when.title = `${times.moment(at)} ${times.zone(at)}`;
}
