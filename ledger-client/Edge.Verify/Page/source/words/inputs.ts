import { parseDefinition } from '../forms/json.ts';
import { definitionText } from './definition.ts';
import type { Words } from './words.ts';

/** More than any formula takes: what is beyond is counted. */
const MOST = 16;
const MAX_DEPTH = 4;

/** A channel that another one's values depend on, as that one's definition carries it; null where only its name is recorded. */
interface Input {
  readonly name: string;
  readonly definition: Readonly<Record<string, unknown>> | null;
}

export interface Inputs {
  /** Whether the channel is computed, and measures nothing itself. */
  readonly isComputed: boolean;
  /** Each as one line. */
  readonly definitions: string[];
  /** Under which calibration each was. */
  readonly calibrations: string[];
}

/** What a definition says of the channels that it depends on, and what they depend on; nothing where it cannot be read. */
export function inputsOf(definition: string, words: Words, name: (text: string) => string): Inputs {
  const all = record(parseDefinition(definition)), found = all === null ? [] : among(all, MAX_DEPTH).filter((each, place, others) => others.findIndex(other => other.name === each.name) === place);
  const shown = found.slice(0, MOST), left = found.length > MOST ? [`${found.length - MOST} ${words.labels.omitted}`] : [];
  return {
    isComputed: all !== null && 'formula' in all && found.length > 0,
    definitions: shown.flatMap(each => (each.definition === null ? [] : [`${name(each.name)}${words.colon}${definitionText(JSON.stringify(each.definition), words)}`])),
    calibrations: [...shown.map(each => words.calibrationOf(name(each.name), calibrated(each, words))), ...left],
  };
}

function among(definition: Readonly<Record<string, unknown>>, depth: number): Input[] {
  const inputs = record(definition['inputs']), options = record(definition['options']), of = definition['of'];
  if (depth === 0)
    return [];
  if (inputs === null)
    return [...('formula' in definition && Array.isArray(of) ? of : []), options?.['temperature_from']].filter(each => typeof each === 'string').map(each => ({ name: each, definition: null }));
  return Object.entries(inputs).flatMap(([each, inner]) => [{ name: each, definition: record(inner) }, ...among(record(inner) ?? {}, depth - 1)]);
}

function calibrated({ definition }: Input, { labels, semicolon }: Words): string {
  const calibration = record(definition?.['calibration']), isElsewhere = definition === null || 'keeps_calibration' in definition;
  if (calibration === null)
    return isElsewhere ? labels.ownEvidence : labels.noCalibration;
  const { date, certificate, who, result } = calibration;
  return [date ?? '', certificate ? `${labels.certificate} ${certificate}` : '', who ? `${labels.by} ${who}` : '', result ?? '', isElsewhere ? labels.ownEvidence : '']
    .filter(part => part !== '').join(semicolon);
}

const record = (value: unknown): Readonly<Record<string, unknown>> | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null);
