import type { Hash } from '../hashes/sha256.ts';
import { sha256 } from '../hashes/sha256.ts';
import { sm3 } from '../hashes/sm3.ts';

/** Section 1: whose log it is, and with which function its tree is built. */
export interface Origin {
  readonly city: string;
  /** Null for the city's own log. */
  readonly gateway: string | null;
  readonly hash: Hash;
}

const LABEL = '[a-z0-9-]{1,63}';
const FORM = new RegExp(`^(${LABEL}(?:\\.${LABEL}){1,7})(?:/(sm3/)?([a-z0-9-]{1,64}))?$`);

export function parseOrigin(text: string): Origin | null {
  const parts = FORM.exec(text);
  return parts && { city: parts[1]!, gateway: parts[3] ?? null, hash: parts[2] ? sm3 : sha256 };
}

export const isSm3 = (text: string): boolean => parseOrigin(text)?.hash === sm3;

/** H of the log of this name; SHA-256 for a name that is no origin. */
export const hashOf = (text: string): Hash => parseOrigin(text)?.hash ?? sha256;
