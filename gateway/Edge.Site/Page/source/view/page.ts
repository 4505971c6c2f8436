import { isLost } from '../model/model.ts';
import type { Follower } from '../model/way.ts';
import { answers } from './answers.ts';
import { bar } from './bar.ts';
import { channels } from './channels.ts';
import { details } from './details.ts';
import { el, mark } from './element.ts';
import { events } from './events.ts';
import { foot } from './foot.ts';
import { needs } from './needs.ts';
import { notice } from './notice.ts';
import type { Setting, View } from './setting.ts';
import { way } from './way.ts';

/** The whole page in one language: answers first, then each channel, the way of the newest reading, and what else there is. */
export function page(setting: Setting, follower: Follower, doors: Parameters<typeof bar>[1]): View & { readings(): void; trend(channel: string): void } {
  const { words, model } = setting;
  const grid = channels(setting);
  const below: View[] = [answers(setting), needs(setting), grid, way(setting, follower), details(setting), events(setting)];
  const above: View[] = [bar(setting, doors), notice(setting)];
  const main = el('main', {}, ...below.map(v => v.root));
  const root = el('div', { lang: words.tag }, el('a', { class: 'skip', href: '#answers' }, words.skip), ...above.map(v => v.root), main, foot(words, model.hasTap));
  return {
    root,
    show() {
      mark(root, 'link', model.link);
      mark(root, 'lost', `${isLost(model)}`);
      main.hidden = model.link === 'denied' || (model.status === null && model.channels.length === 0);
      [...above, ...(main.hidden ? [] : below)].forEach(v => v.show());
    },
    readings: () => grid.show(),
    trend: grid.trend,
  };
}
