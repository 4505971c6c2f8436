import { drawn, type Drawn } from '../model/trend.ts';
import type { Channel, Trend } from '../wire/forms.ts';
import { figure, grouped } from '../words/figures.ts';
import { el, mark, say } from './element.ts';
import { Plot, type Live } from './plot.ts';
import type { Setting } from './setting.ts';

/** Milliseconds between two drawings of one trend, between which the live value moves. */
const REDRAWN = 5_000;

/** A channel's last 24 hours with its live value: drawn, in one sentence, and of each step on pointing at it; a click leads to that step's proof, drawing across a time to its evidence file. */
export function trendFigure(channel: Channel, place: number, setting: Setting): { root: HTMLElement; show(): void } {
  const { words, times, trends, model } = setting;
  const [canvas, text] = [el('div', { class: 'plot', role: 'img', 'aria-label': channel.name }), el('figcaption')];
  const root = el('figure', { class: 'trend' }, canvas, text);
  let plot: Plot | null = null, summary = words.chart.asking, data: Drawn | null = null, of: Trend | null = null, painted = 0, isPointed = false;
  say(text, summary);
  mark(root, 'state', 'asking');

  function point(shown: Drawn, step: number | null, length: number): void {
    isPointed = step !== null && step < shown.at.length;
    if (!isPointed) {
      say(text, summary);
      return;
    }
    const i = step!, mean = shown.mean[i] ?? null, gaps = shown.begun.get(i) ?? 0;
    const at = times.moment(new Date((shown.at[i]! - length / 2) * 1000)), colon = words.language === 'zh' ? '：' : ': ', comma = words.language === 'zh' ? '；' : '; ';
    say(text, `${length < 60 ? at : at.slice(0, -3)}${colon}${mean === null ? words.noValue : `${figure(shown.min[i]!, channel)} – ${figure(mean, channel)} – ${figure(shown.max[i]!, channel)} ${channel.shownUnit}`}${gaps > 0 ? comma + words.chart.gaps(gaps) : ''}`);
  }

  function live(): Live | null {
    const reading = model.newest[place];
    return reading?.value == null || reading.at === null || reading.quality === 2 ? null : { at: reading.at / 1000, value: reading.value };
  }

  return {
    root,
    show() {
      const held = trends.of(channel.name);
      if (held === undefined)
        return;
      if (held.trend === null) {
        mark(root, 'state', 'failed');
        say(text, words.chart.failed);
        return;
      }
      const isNew = held.trend !== of, now = live();
      if (isNew)
        [of, data] = [held.trend, drawn(held.trend)];
      const { step } = held.trend, shown = data!;
      summary = sentenceOf(shown, now, channel, setting) + (held.trend.complete ? '' : ` ${words.chart.more}`);
      mark(root, 'state', shown.low === null && now === null && shown.bad.length === 0 ? 'empty' : 'drawn');
      mark(root, 'gaps', `${shown.counts.gaps}`);
      if (canvas.getAttribute('aria-label') !== `${channel.name}. ${summary}`)
        canvas.setAttribute('aria-label', `${channel.name}. ${summary}`);
      if (!isPointed)
        say(text, summary);
      if (root.dataset.state === 'empty' || (!isNew && performance.now() - painted < REDRAWN))
        return;
      painted = performance.now();
      plot ??= new Plot(canvas, channel, times, {
        pointed: (seen, i) => point(seen, i, of!.step),
        chosen: (seen, i) => setting.prove({ name: `${channel.name} ${times.moment(new Date(seen.at[i]! * 1000))}`, channel: channel.name, at: (seen.at[i]! + of!.step / 2) * 1000 - 1 }),
        crossed: (from, to) => setting.proveTime({ channel: channel.name, from: from * 1000, to: to * 1000 }),
      });
      plot.draw(shown, step, now);
    },
  };
}

function sentenceOf({ low, high, counts }: Drawn, live: Live | null, channel: Channel, { words: { chart, language } }: Setting): string {
  const unit = channel.shownUnit === '' ? '' : ` ${channel.shownUnit}`, known = [low, high, live?.value ?? null].filter((n): n is number => n !== null);
  if (known.length === 0 && counts.bad === 0)
    return chart.empty;
  const parts = [known.length === 0 ? chart.nothing : chart.summary(figure(Math.min(...known), channel), `${figure(Math.max(...known), channel)}${unit}`),
    counts.gaps > 0 && chart.gaps(counts.gaps), counts.doubtful > 0 && chart.doubtful(grouped(counts.doubtful)), counts.bad > 0 && chart.bad(grouped(counts.bad))];
  return parts.filter(Boolean).join(language === 'zh' ? '；' : '; ');
}
