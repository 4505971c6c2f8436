import { accepted, STATIONS, type Follower, type Station } from '../model/way.ts';
import type { Status } from '../wire/forms.ts';
import { grouped } from '../words/figures.ts';
import { span } from '../words/times.ts';
import { el, mark, say, sign } from './element.ts';
import type { Setting, View } from './setting.ts';

/** One reading on its way into the city's chain, station by station, with the seconds between. */
export function way(setting: Setting, follower: Follower): View {
  const { words, model, times } = setting;
  const [subject, last] = [el('p', { class: 'small' }), el('p', { class: 'small', hidden: '' })];
  const stations = STATIONS.map(station => {
    const [between, icon, when, note] = [el('span', { class: 'between' }), el('span', { class: 'icon' }), el('time'), el('span', { class: 'note' })];
    return { station, between, icon, when, note, root: el('li', { 'data-station': station }, between, icon, el('b', {}, words.way.stations[station]), when, note) };
  });
  const root = el('section', { class: 'way' }, el('h2', {}, words.way.title), subject, el('ol', {}, ...stations.map(s => s.root)), last);
  return {
    root,
    show() {
      const { now } = follower, { status } = model;
      say(subject, now === null ? words.way.none : words.way.of(now.channel, times.moment(new Date(now.at.sampled!))));
      last.hidden = follower.last === null;
      say(last, follower.last === null ? '' : words.way.last(span(follower.last / 1000, words)));
      let before: number | undefined, waits = true;
      for (const { station, between, icon, when, note, root: place } of stations) {
        const at = now?.at[station], state = at !== undefined ? 'passed' : waits && now !== null ? 'here' : 'ahead';
        if (place.dataset.state !== state)
          icon.replaceChildren(sign(state === 'passed' ? 'good' : 'plain'));
        mark(place, 'state', state);
        say(between, at !== undefined && before !== undefined ? `+${span(Math.max(0, at - before) / 1000, words)}` : '');
        say(when, at === undefined ? '' : times.clock(new Date(at)));
        say(note, status === null ? '' : state === 'here' ? waitsFor(station, status, setting) : state === 'passed' ? passed(station, status, setting) : '');
        waits &&= at !== undefined;
        before = at;
      }
    },
  };
}

function waitsFor(station: Station, status: Status, { words }: Setting): string {
  const { waits } = words.way, join = words.language === 'zh' ? '，' : '; ';
  switch (station) {
    case 'durable': return `${waits.durable}${join}${words.way.atMost(span(status.commit_age_seconds, words))}`;
    case 'sealed': return `${waits.sealed}${join}${words.way.entries(grouped(status.size - status.sealed))}`;
    case 'anchored': return status.connected ? waits.anchored : waits.offline;
    case 'inBlock': return status.connected ? waits.inBlock : waits.offline;
    default: return '';
  }
}

function passed(station: Station, status: Status, { words }: Setting): string {
  const departments = Object.values(status.departments ?? {});
  if (station === 'anchored' && departments.length > 0)
    return words.way.departments(departments.filter(d => d.size >= accepted(status)).length, departments.length);
  return station === 'inBlock' && status.block !== undefined ? words.way.block(grouped(status.block)) : '';
}
