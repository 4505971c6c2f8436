import { isLost, now } from '../model/model.ts';
import { grouped, sentence } from '../words/figures.ts';
import { el, mark, say, sign, type Tone } from './element.ts';
import type { Setting, View } from './setting.ts';

const MEASURING: Readonly<Record<string, Tone>> = { yes: 'good', partly: 'notice', starting: 'plain' };
const PROVING: Readonly<Record<string, Tone>> = { yes: 'good', starting: 'plain', offline: 'still', halted: 'bad' };

/** Is it measuring, is it proving, what needs me: three states in words, each with a sign; while the gateway is not heard, that they are not known, and what was heard last. */
export function answers(setting: Setting): View {
  const { words, model, times } = setting;
  const panels = (['measuring', 'proving', 'needing'] as const).map(question => {
    const [icon, text, before] = [el('span', { class: 'icon' }), el('p', { class: 'answer' }), el('p', { class: 'small' })];
    return { question, icon, text, before, root: el('section', { class: 'panel', 'data-question': question }, el('h2', {}, words.questions[question]), icon, text, before) };
  });
  const aside = el('p', { class: 'aside', hidden: '' });
  const root = el('div', { class: 'answers', id: 'answers', tabindex: '-1', 'aria-live': 'polite' }, ...panels.map(p => p.root), aside);
  return {
    root,
    show() {
      const said = model.said[words.language], { status } = model;
      root.hidden = said?.measuring === undefined || status === null;
      if (said?.measuring === undefined || status === null)
        return;
      const lost = isLost(model), since = times.beside(new Date(model.lost), times.day(new Date(now(model))));
      for (const { question, icon, text, before, root: panel } of panels) {
        const tone = lost ? 'doubt' : question === 'measuring' ? MEASURING[status.measuring] ?? 'bad' : question === 'proving' ? PROVING[status.proving] ?? 'notice' : status.needs.length === 0 ? 'good' : 'bad';
        say(text, lost ? words.unknownSince(since) : sentence(said[question]));
        say(before, lost ? sentence(words.lastHeard(said[question])) : '');
        if (panel.dataset.tone !== tone)
          icon.replaceChildren(sign(tone));
        mark(panel, 'tone', tone);
      }
      aside.hidden = lost || status.proving !== 'offline';
      say(aside, words.offline(grouped(status.buffered)));
    },
  };
}
