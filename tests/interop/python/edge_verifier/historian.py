"""What goes between a gateway and a historian (section 9)."""

from .errors import require
from .text import decimal, lines, utf8

MAX_MESSAGE, MAX_ENTRY, MAX_SPANS = 131_072, 61_440, 256
LIMIT_63 = 1 << 63


def parse_entries(data):
    """(index of the first, entries) of a message of entries; none: a question."""
    require(len(data) <= MAX_MESSAGE, "more than 131,072 bytes")
    head, _, rest = data.partition(b"\n")
    require(head == b"edge-entries/v1", "not a message of entries")
    first, newline, rest = rest.partition(b"\n")
    require(newline, "the line of the index is not ended")
    index = decimal(utf8(first))
    entries = []
    while rest:
        require(len(rest) >= 2, "ends in a length")
        size = int.from_bytes(rest[:2], "big")
        require(1 <= size <= MAX_ENTRY and len(rest) >= 2 + size, "an entry")
        entries.append(rest[2:2 + size])
        rest = rest[2 + size:]
    require(index + len(entries) < LIMIT_63, "an index of 2^63")
    return index, entries


def parse_held(data):
    """The spans [from, to) that a historian holds."""
    head, *rows = lines(utf8(data))
    require(head == "edge-held/v1", "not a message of what is held")
    require(len(rows) <= MAX_SPANS, "more than 256 spans")
    spans, end = [], -1
    for row in rows:
        numbers = row.split(" ")
        require(len(numbers) == 2, "two numbers and a blank")
        begin, after = map(decimal, numbers)
        require(end < begin < after, "spans that do not ascend")
        spans.append([begin, after])
        end = after
    return spans
