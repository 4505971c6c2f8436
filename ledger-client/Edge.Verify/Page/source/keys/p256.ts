import type { Bytes } from '../forms/bytes.ts';
import { fromHex, startsWith, toBigInt } from '../forms/bytes.ts';
import { sha256 } from '../hashes/sha256.ts';
import { Curve, inverse } from './weierstrass.ts';

/** ECDSA on P-256 with SHA-256 (FIPS 186-5), keys as SubjectPublicKeyInfo. */
export const P256 = new Curve(
  0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  -3n,
  0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
);

/** SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING: 04 || x || y } up to the point. */
const HEAD = fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200');

/** 04 || x || y of a key of 91 bytes; null if it is in another form or not on the curve. */
export function pointOf(key: Bytes): Bytes | null {
  const point = key.subarray(HEAD.length);
  return startsWith(key, HEAD) && P256.point(point) !== null ? point : null;
}

export function verify(key: Bytes, message: Bytes, [r, s]: [bigint, bigint]): boolean {
  const point = pointOf(key);
  if (point === null)
    return false;
  const e = toBigInt(sha256(message));
  const w = inverse(s, P256.n);
  const x = P256.xOfSum((e * w) % P256.n, (r * w) % P256.n, P256.point(point)!);
  return x !== null && x % P256.n === r;
}
