import type { Bytes } from '../forms/bytes.ts';
import { areEqual, fromHex, join, startsWith, toHex, toUtf8 } from '../forms/bytes.ts';
import { need } from '../forms/malformed.ts';
import { fromBase64, LIMIT } from '../forms/text.ts';
import { sha256 } from '../hashes/sha256.ts';
import { isSm3 } from '../logs/origin.ts';
import * as p256 from './p256.ts';
import type { Signatures } from './signatures.ts';
import * as sm2 from './sm2.ts';

export type KeyType = 'ed25519' | 'p256' | 'cosignature' | 'sm2';

const TYPES: [KeyType, Bytes][] = [
  ['ed25519', Uint8Array.of(1)],
  ['p256', Uint8Array.of(2)],
  ['cosignature', Uint8Array.of(4)],
  ['sm2', join(Uint8Array.of(0xff), toUtf8('edge-sm2-sm3/v1'))],
];
const NAME = /^[^+\ufffd\p{White_Space}\p{Cc}]+$/u;

export const isKeyName = (name: string): boolean => NAME.test(name) && toUtf8(name).length <= 255;

/** Section 4: a verifier key. */
export interface Key {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly type: KeyType;
  readonly public: Bytes;
  readonly vkey: string;
}

/** @throws Malformed */
export function parseKey(vkey: string): Key {
  const parts = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(vkey);
  need(parts !== null && isKeyName(parts[1]!), 'not name+id+key');
  const name = parts[1]!, id = parts[2]!, data = fromBase64(parts[3]!);
  const found = TYPES.find(([, head]) => startsWith(data, head));
  need(found !== undefined, 'a key of another type');
  const [type, head] = found;
  const key = data.subarray(head.length);
  need(isPublicKey(type, key), 'a public key of another form, or not on its curve');
  const digest = sha256(type === 'p256' ? key : join(toUtf8(`${name}\n`), data));
  need(areEqual(digest.subarray(0, 4), fromHex(id)), "a key id that is not the key's");
  need((type !== 'ed25519' && type !== 'p256') || !isSm3(name), "a key of another suite than the SM3 log's");
  return { name, id, type, public: key, vkey };
}

function isPublicKey(type: KeyType, key: Bytes): boolean {
  return type === 'p256' ? p256.pointOf(key) !== null : type === 'sm2' ? sm2.SM2.point(key) !== null : key.length === 32;
}

/** Whether a blob is a log key's signature over a note's text. */
export async function isSignature(key: Key, text: Bytes, blob: Bytes, by: Signatures): Promise<boolean> {
  switch (key.type) {
    case 'ed25519': return by.ed25519(key.public, text, blob);
    case 'p256': {
      const numbers = p256.P256.signature(blob);
      return numbers !== null && by.p256(key.public, text, numbers);
    }
    case 'sm2': return sm2.verify(key.public, text, blob);
    case 'cosignature': return false;
  }
}

/** The time of a department's cosignature over a note's text (section 5); null if it is none. */
export async function cosignatureTime(key: Key, text: Bytes, blob: Bytes, by: Signatures): Promise<bigint | null> {
  if (key.type !== 'cosignature' || blob.length !== 72)
    return null;
  const time = BigInt(`0x${toHex(blob.subarray(0, 8))}`);
  return time < LIMIT && await by.ed25519(key.public, cosignedMessage(time, text), blob.subarray(8)) ? time : null;
}

export const cosignedMessage = (time: bigint, text: Bytes): Bytes => join(toUtf8(`cosignature/v1\ntime ${time}\n`), text);
