import type { Item } from '../wire/forms.ts';

/** One event, or gaps for one reason that follow one another. */
export interface Happening {
  /** The newest first. */
  readonly items: readonly Item[];
  /** RFC 3339, UTC; null: not known. */
  readonly from: string | null;
  readonly to: string | null;
}

/** @param items the newest first */
export function happenings(items: readonly Item[]): Happening[] {
  const found: Item[][] = [];
  /** Of the gaps since the last event of another kind, by their reason. */
  let gaps = new Map<string, Item[]>();
  for (const item of items) {
    if (item.kind !== 'gap')
      gaps = new Map();
    const alike = item.kind === 'gap' ? gaps.get(item.why ?? '') : undefined;
    if (alike !== undefined) {
      alike.push(item);
      continue;
    }
    const first = [item];
    found.push(first);
    if (item.kind === 'gap')
      gaps.set(item.why ?? '', first);
  }
  return found.map(of);
}

function of(items: Item[]): Happening {
  const froms = items.map(i => i.from ?? i.at ?? null).filter(t => t !== null), tos = items.map(i => i.to ?? i.at ?? null).filter(t => t !== null);
  return { items, from: froms.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null), to: tos.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null) };
}

/** The channels that gaps are about, each once; empty: all. */
export function channelsOf({ items }: Happening): string[] {
  return items.some(i => i.channels?.length === 0) ? [] : [...new Set(items.flatMap(i => i.channels ?? []))];
}
