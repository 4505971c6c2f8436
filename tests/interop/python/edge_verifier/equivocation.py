"""Equivocation files (section 12): two checkpoints that no append-only log can have both."""

from typing import NamedTuple

from . import tree
from .cbor import Reader
from .compact import FirstUse, read_names, read_note
from .errors import Fault, require
from .evidence import content_of
from .notes import parse_checkpoint
from .origin import hash_of

HEADER = b"edge-equivocation/v1\n"


class Shown(NamedTuple):
    fault: Fault | None
    origin: str | None
    checkpoints: list           # (Checkpoint, [(department, time)])


def verify(policy, data):
    """What is shown; Malformed if the file is unreadable."""
    try:
        return _verify(policy, data)
    except Fault as fault:
        return Shown(fault, None, [])


def _verify(policy, data):
    _, content = content_of(data, (HEADER,))
    reader = Reader(content)
    reader.array(5, 5)
    names = read_names(reader)
    use = FirstUse(len(names))
    compact = [read_note(reader, names, use, rooted=True) for _ in range(2)]
    prefix = None if reader.null() else reader.bytes(32, 32)
    path = tree.joined(reader.bytes(32 * tree.MAX_PATH), tree.MAX_PATH)
    reader.end()
    use.end()
    notes = [each.note() for each in compact]
    first, second = (parse_checkpoint(note.text) for note in notes)

    require(first.origin == second.origin, "checkpoints of two logs")
    if first.size == second.size:
        require(first.root < second.root, "roots not in their order, or equal")
        require(prefix is None and not path, "one size, with a prefix or a proof")
    else:
        require(1 <= first.size < second.size, "sizes not in their order, or an empty log")
        require(prefix is not None and prefix != first.root, "no prefix, or no contradiction")

    times = [policy.signers(note, first.origin) for note in notes]
    if prefix is not None:
        h = hash_of(first.origin)
        if not tree.consistent(h, first.size, second.size, prefix, second.root, path):
            raise Fault(12, "the consistency proof does not hold")
    return Shown(None, first.origin,
                 [(checkpoint, policy.in_order(each)) for checkpoint, each in zip((first, second), times)])
