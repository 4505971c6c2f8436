"""Notes in files (section 10): a table of names, and notes that refer to it."""

from typing import NamedTuple

from .errors import require
from .keys import NAME_LIMIT, is_name
from .notes import MAX_SIGNATURES, parse_checkpoint, parse_note, write_checkpoint, write_note

MAX_NAMES = 10_000
BELOW = 1 << 63
MAX_BLOB = 65536


def read_names(reader):
    names = [reader.text(NAME_LIMIT, 1) for _ in range(reader.array(MAX_NAMES))]
    require(all(is_name(name) for name in names), "a name that no key can have")
    require(len(set(names)) == len(names), "a name twice")
    return names


class FirstUse:
    """Positions in a table: none above the number of different ones before it, and every row used."""

    def __init__(self, rows):
        self.rows, self.used = rows, 0

    def position(self, number):
        require(number < self.rows, "a position beyond the table")
        require(number <= self.used, "a table not in the order of its use")
        self.used = max(self.used, number + 1)
        return number

    def end(self):
        require(self.used == self.rows, "a row that nothing uses")


class Compact(NamedTuple):
    origin: str
    size: int
    root: bytes | None
    signatures: list            # (name, key id || blob)

    def note(self, root=None):
        """The signed checkpoint, made again with its root, in the form and limits of section 4."""
        note = parse_note(write_note(write_checkpoint(self.origin, self.size, root or self.root), self.signatures))
        parse_checkpoint(note.text)
        return note


def read_note(reader, names, use, rooted=False):
    reader.array(4 if rooted else 3, 4 if rooted else 3)
    origin = names[use.position(reader.uint(BELOW))]
    size = reader.uint(BELOW)
    root = reader.bytes(32, 32) if rooted else None
    signatures = []
    for _ in range(reader.array(MAX_SIGNATURES, 1)):
        reader.array(2, 2)
        name = names[use.position(reader.uint(BELOW))]
        signatures.append((name, reader.bytes(MAX_BLOB, 5)))
    return Compact(origin, size, root, signatures)
