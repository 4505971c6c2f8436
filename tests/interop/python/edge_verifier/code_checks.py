"""The checks of codes.json."""

from . import codes
from .checks import equal, keyed


def _read(texts):
    try:
        return codes.read(texts).hex()
    except codes.Refused as why:
        return str(why)


def told(case, _):
    texts, file = keyed(case, "texts", "file")
    equal(_read(texts), file, "file")


def refused(case, _):
    _, texts, why = keyed(case, "name", "texts", "why")
    equal(_read(texts), why, "why")
