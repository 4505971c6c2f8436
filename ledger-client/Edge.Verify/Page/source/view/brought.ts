import type { Desk } from '../desk/desk.ts';
import type { TrustReport } from '../report/report.ts';
import { shown, shownName } from '../words/shown.ts';
import { button, el } from './element.ts';
import { facts, hash } from './parts.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

const FILES = 3;
const NAMES = 60;

/** That the policy came with the evidence, and what to do about it; printed too. It stays until the policy is found to be the city's, or another is chosen. */
export function broughtNotice(desk: Desk, trust: TrustReport, choose: () => void, setting: Setting): HTMLElement {
  const { words } = setting, names = (all: string[]): string => [...new Set(all)].slice(0, NAMES).map(shownName).map(shown).join(words.comma) || label(setting, 'none');
  const files = desk.sheets.slice(0, FILES).map(sheet => shown(shownName(sheet.source.name)));
  return el('section', { class: 'brought', 'aria-labelledby': 'brought' },
    el('h2', { id: 'brought' }, label(setting, 'broughtTitle')),
    el('p', {}, `${words.cameWith(shown(shownName(trust.file.name)), files, desk.sheets.length - files.length)} `, label(setting, 'broughtAsk')),
    facts([label(setting, 'sha256'), hash(trust.file.sha256, setting)], [label(setting, 'cityLogs'), names(trust.cityLogs)], [label(setting, 'departments'), names(trust.departments), words.quorum(trust.quorumSize)]),
    el('p', { class: 'screen' }, button(label(setting, 'broughtConfirm'), () => desk.confirm(), { id: 'confirm' }), ' ', button(label(setting, 'changePolicy'), choose, { id: 'change-brought' })));
}
