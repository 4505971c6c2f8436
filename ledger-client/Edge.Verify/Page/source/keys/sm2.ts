import type { Bytes } from '../forms/bytes.ts';
import { fromBigInt, join, toBigInt, toUtf8 } from '../forms/bytes.ts';
import { sm3 } from '../hashes/sm3.ts';
import { Curve } from './weierstrass.ts';

/** SM2 signatures (GB/T 32918.2-2016) over SM3, curve of GB/T 32918.5, the default user id. */
export const SM2 = new Curve(
  0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
);

const USER = toUtf8('1234567812345678');

/** Z: the user id, the curve and the public key. */
function signer(key: Bytes): Bytes {
  const curve = [SM2.a, SM2.b, SM2.g[0], SM2.g[1]].map(number => fromBigInt(number, 32));
  return sm3(join(fromBigInt(BigInt(8 * USER.length), 2), USER, ...curve, key.subarray(1)));
}

export function verify(key: Bytes, message: Bytes, der: Bytes): boolean {
  const numbers = SM2.signature(der);
  const point = SM2.point(key);
  if (numbers === null || point === null)
    return false;
  const [r, s] = numbers;
  const t = (r + s) % SM2.n;
  if (t === 0n)
    return false;
  const x = SM2.xOfSum(s, t, point);
  return x !== null && (toBigInt(sm3(join(signer(key), message))) + x) % SM2.n === r;
}
