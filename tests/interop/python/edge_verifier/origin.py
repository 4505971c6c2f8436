"""Origins (section 1): whose log it is, and with which function its tree is built."""

import hashlib
import re
from typing import Callable, NamedTuple

from .sm3 import sm3

_LABEL = "[a-z0-9-]{1,63}"
_ORIGIN = re.compile(rf"({_LABEL}(?:\.{_LABEL}){{1,7}})(?:/(sm3/)?([a-z0-9-]{{1,64}}))?")


def sha256(data):
    return hashlib.sha256(data).digest()


class Origin(NamedTuple):
    city: str
    gateway: str | None         # the gateway's id; None for the city log
    hash: Callable              # H of sections 2 and 3

    @property
    def is_gateway(self):
        return self.gateway is not None


def parse(text):
    """The origin that a text is, or None."""
    match = _ORIGIN.fullmatch(text)
    return match and Origin(match[1], match[3], sm3 if match[2] else sha256)


def is_sm3(text):
    """Whether a text is the origin of an SM3 log."""
    origin = parse(text)
    return origin is not None and origin.hash is sm3


def hash_of(text):
    """H of the log with this origin; SHA-256 for a name that is no origin."""
    return sm3 if is_sm3(text) else sha256
