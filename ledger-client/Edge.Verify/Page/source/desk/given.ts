import type { Source } from './source.ts';
import { sourceOf } from './source.ts';

/** What the page around this one hands over to be checked. */
export interface Given {
  /** BCP 47. */
  readonly language: string;
  readonly policy: Source;
  readonly files: readonly Source[];
}

const MOST = 16;

/**
 * Takes what the page hands over that holds this one in a frame: from the same origin alone, and only where there is one, which a page from a file has not.
 * @param take is called with each gift that is well formed; any other message is passed over
 */
export function acceptGifts(take: (given: Given) => void): void {
  if (!/^https?:$/.test(location.protocol) || window.parent === window)
    return;
  window.addEventListener('message', event => {
    const given = event.origin === location.origin && event.source === window.parent ? givenOf(event.data) : null;
    if (given !== null)
      take(given);
  });
}

function givenOf(data: unknown): Given | null {
  const { edge, language, policy, files } = record(data), first = fileOf(policy);
  const all = Array.isArray(files) && files.length <= MOST ? files.map(fileOf) : [];
  return edge === 'check' && typeof language === 'string' && first !== null && all.length > 0 && all.every(each => each !== null) ? { language, policy: first, files: all } : null;
}

function fileOf(data: unknown): Source | null {
  const { name, bytes } = record(data);
  return typeof name === 'string' && bytes instanceof ArrayBuffer ? sourceOf(new File([bytes], name)) : null;
}

const record = (data: unknown): Readonly<Record<string, unknown>> => (typeof data === 'object' && data !== null ? data as Record<string, unknown> : {});
