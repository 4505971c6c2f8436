import { parseDefinition } from '../forms/json.ts';
import { valueText } from './figures.ts';
import type { Words } from './words.ts';

const MAX_PARTS = 16;
const MAX_DIGITS = 9;
/** What a reader asks for first, and what the page says elsewhere. */
const FIRST = ['driver', 'bus', 'address', 'line', 'channel.input', 'channel.output', 'channel.scale', 'channel.low', 'channel.high', 'range'];
const ELSEWHERE = ['channel.name', 'channel.unit', 'unit', 'keeps_calibration'];
/** Told in lines of their own: inputs.ts. */
const APART = ['inputs', 'calibration'];

/** A channel's definition, which is JSON for people and programs, as one line; what is no JSON object as it is. */
export function definitionText(definition: string, words: Words): string {
  const parsed = parseDefinition(definition);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return definition;
  const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const own = Object.fromEntries(Object.entries(parsed).filter(([name, value]) => typeof value !== 'object' || !APART.includes(name)));
  const parts = flat(own, '').filter(([name]) => !ELSEWHERE.includes(name)).sort(([a], [b]) => place(a) - place(b));
  return parts.slice(0, MAX_PARTS).map(([name, value]) => `${words.key(name.slice(name.lastIndexOf('.') + 1))} ${value}`).join(words.semicolon) + (parts.length > MAX_PARTS ? `${words.semicolon}...` : '');
}

function flat(value: unknown, name: string): [name: string, value: string][] {
  if (value === null)
    return [];
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([inner, each]) => flat(each, name === '' ? inner : `${name}.${inner}`));
  return [[name, typeof value === 'number' ? rounded(value) : typeof value === 'string' ? value : JSON.stringify(value)]];
}

const rounded = (value: number): string => (`${value}`.length > MAX_DIGITS && `${value}`.includes('.') ? valueText(value, null) : `${value}`);
