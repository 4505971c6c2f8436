import type { ProvedReading } from '../evidence/verdict.ts';
import { parseDefinition } from '../forms/json.ts';
import { decimalsOf } from '../words/figures.ts';

/** What a channel's definition says of how its values are written. */
export interface ValueForm {
  /** Of the sensor's resolution; null where none is stated. */
  readonly decimals: number | null;
  /** What a contact watches whose readings are 1 while it is wet or open, else 0. */
  readonly contact: 'leak' | 'door' | 'tamper' | null;
}

const NONE: ValueForm = { decimals: null, contact: null };
const CONTACTS = ['leak', 'door', 'tamper'] as const;
const known = new Map<string, ValueForm>();

/** By the configuration in force, as far as the file shows it. */
export function valueFormOf({ context }: ProvedReading): ValueForm {
  const configuration = context?.configuration?.entry;
  if (configuration?.kind !== 'configuration')
    return NONE;
  const form = known.get(configuration.definition) ?? read(configuration.definition);
  known.set(configuration.definition, form);
  return form;
}

function read(definition: string): ValueForm {
  const { resolution, driver, channel, options } = (parseDefinition(definition) ?? {}) as Record<string, any>;
  const isState = driver === 'contact' && channel?.output === 'state';
  return { decimals: typeof resolution === 'number' ? decimalsOf(resolution) : null, contact: isState ? CONTACTS.find(means => means === options?.means) ?? null : null };
}
