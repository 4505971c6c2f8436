import type { Model } from '../model/model.ts';
import { ask, askFile, measured, query, Refused, save, type NamedFile } from '../wire/ask.ts';
import type { Subject } from './setting.ts';

/** What the gateway is asked for: of a reading that is shown the last until then that is proved, so that there is always one at once. */
export const asked = ({ channel, at, index }: Subject): Record<string, string | number | undefined> =>
  index !== undefined ? { index } : at == null ? { channel } : { channel, at: (at / 1000).toFixed(3), proved: 'true' };

/** Whether the city holds it, as far as the page knows. */
export function isHeld({ index }: Pick<Subject, 'index'>, { status }: Model): boolean {
  return status === null || (index ?? 0) < status.anchored;
}

/** Whether what was given is of an earlier reading than the one asked for. */
export const isEarlier = (given: number | null, { at }: Subject): boolean => given !== null && at != null && at - given > 1;

/** Saves an evidence file under the name that the gateway gives it. */
export async function saveEvidence(subject: Subject, model: Model): Promise<NamedFile> {
  if (!isHeld(subject, model))
    throw new Refused(409, 'not-anchored', '', null);
  const file = await askFile(`evidence?${query(asked(subject))}`);
  save(file);
  return file;
}

/** When the reading was measured of which the gateway would give the evidence, Unix milliseconds. */
export const newestProved = async (subject: Subject): Promise<number | null> => measured(await ask(`evidence?${query({ ...asked(subject), slim: 'true' })}`, { method: 'HEAD' }));
