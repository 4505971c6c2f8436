import type { ProvedReading } from '../evidence/verdict.ts';

const MAX_DECIMALS = 12;
const known = new Map<string, number | null>();

/** The decimals of the sensor's resolution, as the configuration in force states it; null where it states none. */
export function decimalsOf({ context }: ProvedReading): number | null {
  const configuration = context?.configuration?.entry;
  if (configuration?.kind !== 'configuration')
    return null;
  const found = known.get(configuration.definition);
  if (found !== undefined)
    return found;
  const decimals = stated(configuration.definition);
  known.set(configuration.definition, decimals);
  return decimals;
}

function stated(definition: string): number | null {
  try {
    const { resolution } = JSON.parse(definition) ?? {};
    return typeof resolution === 'number' && resolution > 0 && resolution < 1e12
      ? Math.min(Math.max(Math.ceil(-Math.log10(resolution) - 1e-9), 0), MAX_DECIMALS) : null;
  } catch {
    return null;
  }
}
