import type { Bytes } from '../forms/bytes.ts';
import { fromUtf8, toHex } from '../forms/bytes.ts';
import { need } from '../forms/malformed.ts';
import { lines } from '../forms/text.ts';
import type { Key } from '../keys/key.ts';
import { parseKey } from '../keys/key.ts';
import { Quorum } from './quorum.ts';

export const MAX_POLICY = 1 << 20;
const MAX_KEYS = 10_000;

export interface Witness {
  /** In the policy, which may differ from its key's name. */
  readonly name: string;
  readonly key: Key;
}

const identity = (key: { name: string; id: string }): string => `${key.name}+${key.id}`;

/** Section 6: the one thing trusted. */
export class Policy {
  readonly logs: Key[] = [];
  /** In the policy's order. */
  readonly witnesses: Witness[] = [];
  readonly quorum = new Quorum();
  private readonly logNames = new Set<string>();
  private readonly logsByKey = new Map<string, Key>();
  private readonly witnessesByKey = new Map<string, Witness>();
  private readonly publics = { log: new Set<string>(), witness: new Set<string>() };

  /** @throws Malformed */
  constructor(data: Bytes) {
    need(data.length <= MAX_POLICY, 'a policy of more than 1 MiB');
    const text = fromUtf8(data);
    need(!/[\0-\x08\x0b-\x1f\x7f]/.test(text), 'a control character');
    for (const line of lines(text)) {
      const words = line.split(/[ \t]+/).filter(word => word.length > 0);
      if (words.length > 0 && !words[0]!.startsWith('#'))
        this.read(words[0]!, words.slice(1));
    }
    need(this.quorum.isChosen, 'no quorum line');
  }

  hasLog(name: string): boolean {
    return this.logNames.has(name);
  }

  log(signer: { name: string; id: string }): Key | undefined {
    return this.logsByKey.get(identity(signer));
  }

  witness(signer: { name: string; id: string }): Witness | undefined {
    return this.witnessesByKey.get(identity(signer));
  }

  private read(kind: string, rest: string[]): void {
    switch (kind) {
      case 'log': {
        need(rest.length >= 1 && rest.length <= 2, 'a log line');
        const key = this.key('log', rest[0]!);
        need(key.type !== 'cosignature', "a log with a witness's type of key");
        this.logs.push(key);
        this.logNames.add(key.name);
        this.logsByKey.set(identity(key), key);
        break;
      }
      case 'witness': {
        need(rest.length >= 2 && rest.length <= 3, 'a witness line');
        this.quorum.witness(rest[0]!);
        const witness = { name: rest[0]!, key: this.key('witness', rest[1]!) };
        need(witness.key.type === 'cosignature', "a witness with a log's type of key");
        this.witnesses.push(witness);
        this.witnessesByKey.set(identity(witness.key), witness);
        break;
      }
      case 'group':
        need(rest.length >= 3, 'a group line');
        this.quorum.group(rest[0]!, rest[1]!, rest.slice(2));
        break;
      case 'quorum':
        need(rest.length === 1, 'a quorum line');
        this.quorum.choose(rest[0]!);
        break;
      default:
        need(false, 'a line of another kind');
    }
  }

  private key(kind: 'log' | 'witness', vkey: string): Key {
    const key = parseKey(vkey);
    const digits = toHex(key.public);
    need(!this.publics[kind].has(digits), 'a public key listed twice');
    need(!this.logsByKey.has(identity(key)) && !this.witnessesByKey.has(identity(key)), 'two keys of one name and id');
    need(this.logs.length + this.witnesses.length < MAX_KEYS, 'more than 10,000 keys');
    this.publics[kind].add(digits);
    return key;
  }
}
