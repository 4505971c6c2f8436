import { need } from '../forms/malformed.ts';
import { decimal } from '../forms/text.ts';

const MAX_NESTING = 32;

interface Group {
  readonly needed: number;
  readonly members: string[];
  readonly depth: number;
}

/** Section 6: which departments are enough. */
export class Quorum {
  private readonly known = new Map<string, Group | null>();
  private readonly members = new Set<string>();
  private chosen: string | null = null;

  get isChosen(): boolean {
    return this.chosen !== null;
  }

  get asksForNobody(): boolean {
    return this.chosen === 'none';
  }

  witness(name: string): void {
    this.define(name, null);
  }

  group(name: string, rule: string, members: string[]): void {
    need(name !== 'none' && !this.known.has(name), 'a name defined twice');
    let depth = 1;
    for (const member of members) {
      const group = this.known.get(member);
      need(group !== undefined, 'a member that is not defined');
      need(!this.members.has(member), 'a member of two groups');
      this.members.add(member);
      depth = Math.max(depth, (group?.depth ?? 0) + 1);
    }
    need(depth <= MAX_NESTING, 'groups nested more than 32 deep');
    const needed = rule === 'any' ? 1n : rule === 'all' ? BigInt(members.length) : decimal(rule);
    need(needed >= 1n && needed <= BigInt(members.length), 'a number that the group cannot reach');
    this.define(name, { needed: Number(needed), members, depth });
  }

  choose(name: string): void {
    need(this.chosen === null, 'a second quorum line');
    need(name === 'none' || this.known.has(name), 'a quorum that is not defined');
    this.chosen = name;
  }

  /** Whether these witnesses are one. Groups stand after their members, so that one pass is enough. */
  isSatisfiedBy(names: Iterable<string>): boolean {
    if (this.asksForNobody)
      return true;
    const present = new Set(names);
    for (const [name, group] of this.known) {
      if (group !== null && group.members.filter(member => present.has(member)).length >= group.needed)
        present.add(name);
    }
    return present.has(this.chosen!);
  }

  /** The fewest witnesses that are one. */
  get size(): number {
    const fewest = new Map<string, number>();
    for (const [name, group] of this.known) {
      fewest.set(name, group === null ? 1
        : group.members.map(member => fewest.get(member)!).sort((a, b) => a - b).slice(0, group.needed).reduce((sum, each) => sum + each, 0));
    }
    return this.asksForNobody ? 0 : fewest.get(this.chosen!)!;
  }

  private define(name: string, group: Group | null): void {
    need(name !== 'none' && !this.known.has(name), 'a name defined twice');
    this.known.set(name, group);
  }
}
