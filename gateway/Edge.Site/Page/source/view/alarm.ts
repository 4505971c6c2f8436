import { now } from '../model/model.ts';
import type { Channel } from '../wire/forms.ts';
import { figure } from '../words/figures.ts';
import { span } from '../words/times.ts';
import { el, mark, say, sign } from './element.ts';
import type { Setting, View } from './setting.ts';

/** That a channel is in alarm, since when, and who has acknowledged it; hidden while it is not. */
export function alarmStrip(channel: Channel, { words, model, times }: Setting): View {
  const [what, who] = [el('b'), el('span')];
  const root = el('p', { class: 'alarm', hidden: '' }, el('span', { class: 'icon' }, sign('notice')), what, ' ', who);
  return {
    root,
    show() {
      root.hidden = model.status?.alarms?.[channel.name] === undefined;
      if (root.hidden)
        return;
      const open = model.status?.alarms_open?.[channel.name], today = times.day(new Date(now(model)));
      const at = (time: string): string => times.beside(new Date(time), today);
      const limit = open?.limit === undefined ? '' : words.alarm.limit(`${figure(open.limit, channel)} ${channel.shownUnit}`.trimEnd(), open.is_above);
      const since = open?.since === undefined ? '' : words.alarm.since(at(open.since), open.seconds_ago === undefined ? '' : span(open.seconds_ago, words));
      say(what, words.alarm.open(limit, since));
      say(who, open?.acknowledged_by === undefined ? words.alarm.waits : words.alarm.acknowledged(open.acknowledged_by, open.acknowledged_at === undefined ? '' : at(open.acknowledged_at)));
      mark(root, 'acknowledged', `${open?.acknowledged_by !== undefined}`);
    },
  };
}
