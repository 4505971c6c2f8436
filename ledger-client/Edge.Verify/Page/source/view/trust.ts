import type { TrustReport } from '../report/report.ts';
import { shown, shownName } from '../words/shown.ts';
import { button, el } from './element.ts';
import { facts, hash, section } from './parts.ts';
import type { Setting } from './setting.ts';
import { label } from './setting.ts';

const NAMES = 60;

/** Whom the policy trusts in one line, for screens that have no room beside the verdict. */
export function trustLine(trust: TrustReport, setting: Setting): HTMLElement {
  const { words } = setting, names = [...trust.cityLogs, ...trust.departments].slice(0, NAMES).map(shownName).map(shown).join(words.comma);
  return el('p', { class: 'trustline screen' }, `${label(setting, 'trust')}${words.colon}${names}${words.semicolon}${words.quorum(trust.quorumSize)} (${shown(trust.file.name)})`);
}

/** Whom the policy trusts: always in sight, because all trust comes from there. */
export function trustPart(trust: TrustReport | null, isConfirmed: boolean, refused: string | null, choose: () => void, setting: Setting): HTMLElement {
  const { words } = setting;
  const names = (all: string[]): string => {
    const distinct = [...new Set(all)], text = distinct.slice(0, NAMES).map(shownName).map(shown).join(words.comma) || label(setting, 'none');
    return distinct.length > NAMES ? `${text} ${words.more(distinct.length - NAMES)}` : text;
  };
  const choice = button(label(setting, trust === null ? 'choosePolicy' : 'changePolicy'), choose, { class: 'choose screen', id: 'trust-policy' });
  if (trust === null)
    return section(label(setting, 'trust'), 'trust', refused === null ? null : el('p', { class: 'refused', role: 'alert' }, refused), el('p', {}, label(setting, 'trustMissing')), choice);
  return section(label(setting, 'trust'), 'trust',
    el('p', {}, label(setting, 'trustNote')),
    isConfirmed ? el('p', {}, label(setting, 'broughtConfirmed')) : null,
    facts(
      [label(setting, 'policyFile'), shown(trust.file.name)],
      [label(setting, 'sha256'), hash(trust.file.sha256, setting)],
      [label(setting, 'cityLogs'), names(trust.cityLogs)],
      [label(setting, 'departments'), names(trust.departments), words.quorum(trust.quorumSize)],
      [label(setting, 'gateways'), names(trust.gateways)]),
    choice);
}
