"""SM2 signatures (GB/T 32918.2-2016) over SM3, curve of GB/T 32918.5, the default user id."""

import functools

from .sm3 import sm3
from .weierstrass import Curve

USER_ID = b"1234567812345678"

CURVE = Curve(
    p=0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF,
    a=0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC,
    b=0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93,
    n=0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123,
    x=0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    y=0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
)


def is_public_key(point):
    return CURVE.point(point) is not None


def public_key(scalar):
    return CURVE.public_key(scalar)


def signer_digest(point):
    """Z: the user id, the curve and the public key."""
    numbers = (CURVE.a, CURVE.b, CURVE.g[0], CURVE.g[1])
    return sm3((8 * len(USER_ID)).to_bytes(2, "big") + USER_ID
               + b"".join(number.to_bytes(32, "big") for number in numbers) + point[1:])


@functools.lru_cache(maxsize=4096)
def verify(point, message, der):
    numbers = CURVE.read_signature(der)
    if numbers is None or not is_public_key(point):
        return False
    (r, s), n = numbers, CURVE.n
    t = (r + s) % n
    if t == 0:
        return False
    e = int.from_bytes(sm3(signer_digest(point) + message), "big")
    sum_ = CURVE.affine(CURVE.sum(s, CURVE.g, t, CURVE.point(point)))
    return sum_ is not None and (e + sum_[0]) % n == r
