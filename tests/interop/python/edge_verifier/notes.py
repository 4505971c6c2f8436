"""Signed notes and checkpoints (section 4)."""

from typing import NamedTuple

from .errors import require
from .keys import is_name
from .origin import hash_of
from .text import decimal, lines, tobase64, unbase64, utf8

MAX_BYTES = 65536
MAX_SIGNATURES = 100
MAX_IN_FILE = 1_000_000
DASH = "\u2014 "


class Line(NamedTuple):
    """A signature line: the key it names, and its blob."""
    name: str
    id: bytes
    blob: bytes


class Note(NamedTuple):
    bytes: bytes                # as it was written: a block's hash is over this
    text: bytes                 # what is signed
    signatures: list


class Checkpoint(NamedTuple):
    origin: str
    size: int
    root: bytes


def _printable(data):
    require(len(data) <= MAX_BYTES, "more than 65,536 bytes")
    text = utf8(data)
    require(all(c >= " " or c == "\n" for c in text), "a control character")
    return text


def _signatures(text):
    """1 to 100 signature lines."""
    found = []
    for line in lines(text):
        require(line.startswith(DASH), "not a signature line")
        fields = line[len(DASH):].split(" ")
        require(len(fields) == 2 and is_name(fields[0]), "not a key name and a signature")
        require(len(found) < MAX_SIGNATURES, "more than 100 signatures")
        blob = unbase64(fields[1])
        require(len(blob) >= 5, "a signature without its blob")
        found.append(Line(fields[0], blob[:4], blob[4:]))
    return found


def limit_signatures(notes):
    """The limit over all notes of one evidence file."""
    require(sum(len(note.signatures) for note in notes) <= MAX_IN_FILE, "more than 1,000,000 signatures")


def parse_note(data):
    note = _printable(data)
    at = note.rfind("\n\n")
    require(at >= 0, "no empty line")
    return Note(data, note[:at + 1].encode("utf-8"), _signatures(note[at + 2:]))


def parse_signatures(data):
    """Signature lines alone: a witness's answer with status 200."""
    return _signatures(_printable(data))


def parse_checkpoint(text):
    """A note text that is exactly origin, size and root."""
    fields = lines(utf8(text))
    require(len(fields) == 3, "not three lines")
    origin, size, root = fields[0], decimal(fields[1]), unbase64(fields[2], 32)
    require(is_name(origin), "an origin that cannot name a key")
    require(size > 0 or root == hash_of(origin)(b""), "size 0 with another root than the empty tree's")
    return Checkpoint(origin, size, root)


def write_checkpoint(origin, size, root):
    return f"{origin}\n{size}\n{tobase64(root)}\n"


def write_note(text, signatures):
    """A text and (name, key id || blob) pairs as a note."""
    return (text + "\n" + "".join(f"{DASH}{name} {tobase64(data)}\n" for name, data in signatures)).encode("utf-8")
