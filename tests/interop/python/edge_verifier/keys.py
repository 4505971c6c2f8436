"""Verifier keys and private keys (section 4)."""

import re
import unicodedata
from typing import NamedTuple

from . import ed25519, p256, sm2
from .errors import require
from .origin import is_sm3, sha256
from .text import unbase64

ED25519, ECDSA, COSIGNATURE = b"\x01", b"\x02", b"\x04"
SM2 = b"\xffedge-sm2-sm3/v1"
TYPES = (ED25519, ECDSA, COSIGNATURE, SM2)
NAME_LIMIT = 255


def is_name(name):
    """1 to 255 bytes without white space, '+', control characters and U+FFFD."""
    return (0 < len(name.encode("utf-8")) <= NAME_LIMIT and "+" not in name and "\ufffd" not in name
            and not any(c.isspace() or unicodedata.category(c) == "Cc" for c in name))


class Key(NamedTuple):
    name: str
    id: bytes
    type: bytes
    public: bytes
    vkey: str

    def signs_text(self, text, blob):
        """Whether the blob is this key's signature over a note text (types 01, 02, SM2)."""
        if self.type == ED25519:
            return ed25519.verify(self.public, text, blob)
        if self.type == ECDSA:
            return p256.verify(self.public, text, blob)
        return self.type == SM2 and sm2.verify(self.public, text, blob)

    def signs(self, text, blob):
        """Whether the blob is this key's, of any type."""
        return self.cosigns(text, blob) is not None if self.type == COSIGNATURE else self.signs_text(text, blob)

    def cosigns(self, text, blob):
        """The time of this key's cosignature over a note text (type 04, section 5), or None."""
        if self.type != COSIGNATURE or len(blob) != 72:
            return None
        time = int.from_bytes(blob[:8], "big")
        if time >= 1 << 63 or not ed25519.verify(self.public, cosigned_message(time, text), blob[8:]):
            return None
        return time


def cosigned_message(time, text):
    return b"cosignature/v1\ntime %d\n" % time + text


def key_id(name, kind, public):
    if kind == ECDSA:
        return sha256(public)[:4]
    return sha256(name.encode("utf-8") + b"\n" + kind + public)[:4]


def _split(text):
    """name, key id and typed bytes of name+<8 hex digits>+<Base64>."""
    parts = text.split("+", 2)
    require(len(parts) == 3, "not name+id+key")
    name, digits, encoded = parts
    require(is_name(name), "a key name")
    require(re.fullmatch("[0-9a-f]{8}", digits), "a key id")
    data = unbase64(encoded)
    kind = next((kind for kind in TYPES if data.startswith(kind)), None)
    require(kind is not None, "a key of another type")
    return name, bytes.fromhex(digits), kind, data[len(kind):]


def parse_vkey(text):
    name, id_, kind, public = _split(text)
    if kind == ECDSA:
        require(p256.is_public_key(public), "a public key that is not on P-256")
    elif kind == SM2:
        require(sm2.is_public_key(public), "a public key that is not on the SM2 curve")
    else:
        require(len(public) == 32, "a public key that is not 32 bytes")
    require(id_ == key_id(name, kind, public), "a key id that is not the key's")
    require(kind not in (ED25519, ECDSA) or not is_sm3(name), "a key of another suite than the SM3 log's")
    return Key(name, id_, kind, public, text)


def parse_private(text):
    """The key whose secret a private key file holds."""
    prefix = "PRIVATE+KEY+"
    require(text.startswith(prefix), "not a private key")
    name, id_, kind, secret = _split(text[len(prefix):])
    require(len(secret) == 32, "a secret that is not 32 bytes")
    scalar = int.from_bytes(secret, "big")
    if kind == ECDSA:
        require(1 <= scalar < p256.CURVE.n, "a scalar out of range")
        public = p256.public_key(scalar)
    elif kind == SM2:
        require(1 <= scalar <= sm2.CURVE.n - 2, "a scalar out of range")
        public = sm2.public_key(scalar)
    else:
        public = ed25519.public_key(secret)
    require(id_ == key_id(name, kind, public), "a key id that is not the key's")
    return Key(name, id_, kind, public, "")
