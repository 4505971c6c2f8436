"""ECDSA on P-256 with SHA-256 (FIPS 186-5): keys as SubjectPublicKeyInfo, signatures in DER."""

import functools
import hashlib

from .weierstrass import Curve

CURVE = Curve(
    p=0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
    a=-3,
    b=0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    n=0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    x=0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    y=0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)

# SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING (0 unused bits): 04 || x || y }
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")


def is_public_key(spki):
    return spki.startswith(SPKI) and CURVE.point(spki[len(SPKI):]) is not None


def public_key(scalar):
    return SPKI + CURVE.public_key(scalar)


@functools.lru_cache(maxsize=4096)
def verify(spki, message, der):
    numbers = CURVE.read_signature(der)
    return numbers is not None and is_public_key(spki) and _holds(spki, message, *numbers)


def verify_fixed(spki, message, signature):
    """COSE's form: r || s, 32 bytes each."""
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    return (len(signature) == 64 and 1 <= r < CURVE.n and 1 <= s < CURVE.n and is_public_key(spki)
            and _holds(spki, message, r, s))


def _holds(spki, message, r, s):
    n = CURVE.n
    e = int.from_bytes(hashlib.sha256(message).digest(), "big")
    w = pow(s, -1, n)
    point = CURVE.affine(CURVE.sum(e * w % n, CURVE.g, r * w % n, CURVE.point(spki[len(SPKI):])))
    return point is not None and point[0] % n == r
