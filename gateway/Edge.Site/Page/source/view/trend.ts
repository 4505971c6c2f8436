import { drawn, type Drawn } from '../model/trend.ts';
import type { Channel } from '../wire/forms.ts';
import { figure, grouped } from '../words/figures.ts';
import { moment } from '../words/times.ts';
import { el, mark, say } from './element.ts';
import { Plot } from './plot.ts';
import type { Setting } from './setting.ts';

/** A channel's last 24 hours: drawn, in one sentence, and of each step on pointing at it; a click leads to that step's proof. */
export function trendFigure(channel: Channel, setting: Setting): { root: HTMLElement; show(): void } {
  const { words, trends } = setting;
  const [place, text] = [el('div', { class: 'plot', role: 'img', 'aria-label': channel.name }), el('figcaption')];
  const root = el('figure', { class: 'trend' }, place, text);
  let plot: Plot | null = null, summary = words.chart.asking;
  say(text, summary);
  mark(root, 'state', 'asking');

  function point(data: Drawn, step: number | null, length: number): void {
    const mean = step === null ? null : data.mean[step] ?? null;
    const at = step === null ? '' : moment(new Date((data.at[step]! - length / 2) * 1000)).replace(/:\d\d (?=UTC)/, ' ');
    say(text, step === null ? summary : `${at}${words.language === 'zh' ? '：' : ': '}${mean === null ? words.noValue : `${figure(data.min[step]!, channel)} – ${figure(mean, channel)} – ${figure(data.max[step]!, channel)} ${channel.shownUnit}`}`);
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
      const data = drawn(held.trend), { step } = held.trend;
      summary = sentenceOf(data, channel, setting) + (held.trend.complete ? '' : ` ${words.chart.more}`);
      mark(root, 'state', data.low === null && data.bad.length === 0 ? 'empty' : 'drawn');
      mark(root, 'gaps', `${data.gaps.length}`);
      place.setAttribute('aria-label', `${channel.name}. ${summary}`);
      say(text, summary);
      if (root.dataset.state === 'empty')
        return;
      plot ??= new Plot(place, channel, {
        pointed: (shown, i) => point(shown, i, step),
        chosen: (shown, i) => setting.prove({ name: `${channel.name} ${moment(new Date(shown.at[i]! * 1000))}`, channel: channel.name, at: (shown.at[i]! + step / 2) * 1000 - 1 }),
      });
      plot.draw(data);
    },
  };
}

function sentenceOf({ low, high, gaps, counts }: Drawn, channel: Channel, { words: { chart, language } }: Setting): string {
  const unit = channel.shownUnit === '' ? '' : ` ${channel.shownUnit}`;
  if (low === null && counts.bad === 0)
    return chart.empty;
  const parts = [low === null || high === null ? chart.nothing : chart.summary(figure(low, channel), `${figure(high, channel)}${unit}`),
    gaps.length > 0 && chart.gaps(gaps.length), counts.doubtful > 0 && chart.doubtful(grouped(counts.doubtful)), counts.bad > 0 && chart.bad(grouped(counts.bad))];
  return parts.filter(Boolean).join(language === 'zh' ? '；' : '; ');
}
