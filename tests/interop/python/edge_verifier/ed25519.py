"""Ed25519 (RFC 8032) in pure Python: verification, and the public key of a seed. Not for secrets.

Strict: S is below the group's order, points are in their one encoding, and R is compared as bytes
(the equation without the cofactor, which is what libcrypto checks).
"""

import functools
import hashlib

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_NEUTRAL = (0, 1, 1, 0)             # X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z


def _add(one, two):
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = two
    a = (y1 - x1) * (y2 - x2) % _P
    b = (y1 + x1) * (y2 + x2) % _P
    c = 2 * t1 * t2 * _D % _P
    d = 2 * z1 * z2 % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _decode(data):
    """The point that these 32 bytes encode, or None."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= _P:
        return None
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if v * x * x % _P == -u % _P:
        x = x * _ROOT % _P
    if v * x * x % _P != u or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _encode(point):
    x, y, z, _ = point
    inverse = pow(z, -1, _P)
    x, y = x * inverse % _P, y * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


class _Table:
    """The multiples 0 to 15 of 16^i times a point, for i below 64: a product is then 64 additions."""

    def __init__(self, point):
        self.rows = []
        for _ in range(64):
            row = [_NEUTRAL]
            for _ in range(15):
                row.append(_add(row[-1], point))
            self.rows.append(row)
            point = _add(row[15], point)

    def times(self, scalar, start=_NEUTRAL):
        """start + scalar times the point."""
        for row in self.rows:
            if scalar & 15:
                start = _add(start, row[scalar & 15])
            scalar >>= 4
        return start


@functools.lru_cache(maxsize=1)
def _base():
    return _Table(_decode((4 * pow(5, -1, _P) % _P).to_bytes(32, "little")))


def _times_eight(point):
    for _ in range(3):
        point = _add(point, point)
    return _encode(point)


@functools.lru_cache(maxsize=64)
def _negated(public):
    """The table of minus the public key's point; None if it is no point, or one whose order divides 8."""
    point = _decode(public)
    if point is None or _times_eight(point) == _encode(_NEUTRAL):
        return None
    x, y, z, t = point
    return _Table((-x % _P, y, z, -t % _P))


@functools.lru_cache(maxsize=4096)
def verify(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    table = _negated(public)
    s = int.from_bytes(signature[32:], "little")
    if table is None or s >= _L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % _L
    return _encode(table.times(k, _base().times(s))) == signature[:32]


def public_key(seed):
    scalar = bytearray(hashlib.sha512(seed).digest()[:32])
    scalar[0] &= 248
    scalar[31] = scalar[31] & 127 | 64
    return _encode(_base().times(int.from_bytes(scalar, "little") % _L))
