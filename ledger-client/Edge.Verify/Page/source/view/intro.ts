import type { Desk } from '../desk/desk.ts';
import { button, el } from './element.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

export type Choice = 'files' | 'policy' | 'camera';

/** What there is before a verdict: what to do, in two steps. */
export function intro(desk: Desk, choose: (what: Choice) => void, setting: Setting): HTMLElement {
  const step = (title: 'step1' | 'step2', what: 'files' | 'policy', isDone: boolean, done: string): HTMLElement => el('section', { class: isDone ? 'step done' : 'step' },
    el('h2', {}, label(setting, title)), el('p', {}, label(setting, title === 'step1' ? 'step1Detail' : 'step2Detail')),
    isDone ? el('p', { class: 'lead' }, `✓ ${done}`) : null,
    button(label(setting, isDone ? (what === 'files' ? 'addFiles' : 'changePolicy') : what === 'files' ? 'chooseFiles' : 'choosePolicy'), () => choose(what), { class: 'choose', id: `choose-${what}`, 'data-choose': what }),
    what === 'files' && button(label(setting, 'useCamera'), () => choose('camera'), { id: 'choose-camera' }));
  return el('header', { class: 'intro' }, el('h1', {}, desk.sheets.length > 0 && desk.trust === null ? label(setting, 'waitsForPolicy') : label(setting, 'lead')),
    el('div', { class: 'steps' },
      step('step1', 'files', desk.sheets.length > 0, setting.words.and(desk.sheets.slice(0, 3).map(each => each.source.name)) + (desk.sheets.length > 3 ? ' …' : '')),
      step('step2', 'policy', desk.trust !== null, desk.trust?.file.name ?? '')),
    el('p', { class: 'small' }, label(setting, 'dropHint')));
}
