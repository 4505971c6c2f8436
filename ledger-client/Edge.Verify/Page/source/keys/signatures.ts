import type { Bytes } from '../forms/bytes.ts';
import { fromBigInt, fromHex, join, toHex, toUtf8 } from '../forms/bytes.ts';
import * as ed25519 from './ed25519.ts';
import * as p256 from './p256.ts';

const KNOWN = {
  key: fromHex('9ea3f11f5bd34f0cd7147fd0a436c088f624c6100c1df6a53c0a29e05d60cea0'),
  text: toUtf8('city.example/gw-1\n1\niFVQiq3hbsVz0h5qSF39CnYkCFwaFLXs3WSF3gxoOaQ=\n'),
  holds: fromHex('4ab075e0903e4e35b096d4d64e0e81bca5c3968aeae8e87d98d80b7e8426112e310ebbedec4f4abab4b8e58bddc249c7435370fc7a9e11d1c93e06d928a44c07'),
  onlyWithCofactor: fromHex('b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b166cc8dce1f1906111d665f22fe2f13e452a2b942fbaf7e86565cc8260ee64902'),
};

/** The two equations that a browser may know how to solve. What must hold beside them is checked here, whoever solves them. */
export interface Signatures {
  ed25519(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean>;
  /** @param numbers r and s, each from 1 to n - 1 */
  p256(key: Bytes, message: Bytes, numbers: [r: bigint, s: bigint]): Promise<boolean>;
}

/** This page's own arithmetic: some milliseconds each. */
export const ownSignatures: Signatures = {
  ed25519: async (key, message, signature) => ed25519.verify(key, message, signature),
  p256: async (key, message, numbers) => p256.verify(key, message, numbers),
};

/** The browser's (WebCrypto). A key is imported once. */
class NativeSignatures implements Signatures {
  private readonly keys = new Map<string, Promise<CryptoKey | null>>();

  constructor(private readonly subtle: SubtleCrypto) {}

  async ed25519(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
    const known = await this.key(key, 'Ed25519', () => (ed25519.canVerify(key) ? key : null));
    return known !== null && ed25519.isReduced(signature) && this.subtle.verify('Ed25519', known, signature, message);
  }

  async p256(key: Bytes, message: Bytes, numbers: [bigint, bigint]): Promise<boolean> {
    const known = await this.key(key, { name: 'ECDSA', namedCurve: 'P-256' }, () => p256.pointOf(key));
    return known !== null
      && this.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, known, join(...numbers.map(number => fromBigInt(number, 32))), message);
  }

  private key(key: Bytes, algorithm: AlgorithmIdentifier | EcKeyImportParams, raw: () => Bytes | null): Promise<CryptoKey | null> {
    const name = toHex(key);
    const known = this.keys.get(name) ?? this.import(algorithm, raw());
    this.keys.set(name, known);
    return known;
  }

  private async import(algorithm: AlgorithmIdentifier | EcKeyImportParams, raw: Bytes | null): Promise<CryptoKey | null> {
    return raw === null ? null : this.subtle.importKey('raw', raw, algorithm, false, ['verify']);
  }
}

/**
 * The browser's functions if it has them and they decide as section 4 says, else this page's own. Ed25519 is not the same everywhere: the second signature below
 * holds only with the cofactor, and must not be accepted.
 */
export async function chooseSignatures(subtle: SubtleCrypto | undefined): Promise<Signatures> {
  if (subtle === undefined)
    return ownSignatures;
  const native = new NativeSignatures(subtle);
  try {
    const isStrict = await native.ed25519(KNOWN.key, KNOWN.text, KNOWN.holds) && !(await native.ed25519(KNOWN.key, KNOWN.text, KNOWN.onlyWithCofactor));
    return isStrict ? native : ownSignatures;
  } catch {
    return ownSignatures;
  }
}
