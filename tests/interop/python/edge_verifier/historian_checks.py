"""The checks of historian.json."""

from . import historian
from .checks import equal, keyed, refused


def entries(case, file):
    first, count, data = keyed(case, "first", "count", "bytes")
    expected = [(first + i).to_bytes(8, "big")[4:] for i in range(count)]
    equal(historian.parse_entries(bytes.fromhex(data)), (first, expected), "first, entries")


def refused_entries(case, file):
    _, data = keyed(case, "name", "bytes")
    refused(historian.parse_entries, bytes.fromhex(data))


def held(case, file):
    spans, text = keyed(case, "spans", "text")
    equal(historian.parse_held(text.encode()), spans, "spans")


def refused_held(case, file):
    _, text = keyed(case, "name", "text")
    refused(historian.parse_held, text.encode())


HISTORIAN = {"entries": entries, "refused_entries": refused_entries, "held": held, "refused_held": refused_held}
