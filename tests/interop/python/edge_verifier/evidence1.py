"""edge-evidence/v1 (sections 10 and 11)."""

from . import city, entries, tree
from .cbor import Reader
from .errors import Fault, require
from .force import Force
from .notes import MAX_BYTES as MAX_NOTE
from .notes import limit_signatures, parse_checkpoint, parse_note
from .origin import parse as parse_origin
from .proved import IN_FORCE, PARTS, Proved, Subject

MAX_ROWS = 1_000_000
BELOW = 1 << 63
MAX_FILE = 64 << 20


class Content:
    """[subjects, entries, proof, receipt, blocks]"""

    def __init__(self, data):
        reader = Reader(data)
        reader.array(5, 5)
        self.subjects = [reader.uint(BELOW) for _ in range(reader.array(MAX_ROWS, 1))]
        self.entries = {}
        rows = [self._row(reader) for _ in range(reader.array(MAX_ROWS))]
        self.proof = tree.joined(reader.bytes(MAX_FILE))
        receipt = reader.bytes(MAX_FILE)
        blocks = [reader.bytes(MAX_NOTE) for _ in range(reader.array(MAX_ROWS))]
        reader.end()
        self.entries = dict(rows)
        require(_ascending(self.subjects), "subjects not ascending")
        require(_ascending([index for index, _ in rows]), "entries not ascending")
        require(all(index in self.entries for index in self.subjects), "a subject that is not disclosed")
        self.receipt = city.parse_receipt(receipt)
        self.blocks = [parse_note(block) for block in blocks]
        limit_signatures([self.receipt.anchor, self.receipt.proof.note, *self.blocks])
        for block in self.blocks:
            parse_checkpoint(block.text)

    @staticmethod
    def _row(reader):
        reader.array(2, 2)
        return reader.uint(BELOW), reader.bytes(MAX_FILE)


def _ascending(numbers):
    return all(a < b for a, b in zip(numbers, numbers[1:]))


def verify(policy, data):
    content = Content(data)
    receipt = content.receipt
    times, block_times = city.check_receipt(policy, receipt)
    origin = parse_origin(receipt.checkpoint.origin)
    h = origin.hash
    leaves = {index: tree.leaf(h, entry) for index, entry in content.entries.items()}
    if tree.root_of_multiproof(h, receipt.checkpoint.size, list(leaves.items()), content.proof) != receipt.checkpoint.root:
        raise Fault(9, "entries and proof do not lead to the checkpoint's root")
    decoded = {index: entries.decode(entry) for index, entry in content.entries.items()}
    bounds = _blocks(policy, content.blocks, decoded, origin.city)
    subjects = _walk(set(content.subjects), decoded, leaves, bounds, h)
    return Proved(origin, receipt.checkpoint, receipt.block, city.block_hash(receipt.proof.note),
                  policy.in_order(times), policy.in_order(block_times), policy.not_after(times), subjects,
                  policy.not_after(block_times), decoded)


def _blocks(policy, blocks, decoded, city_name):
    """Block hash -> not before, for blocks that stand in the order in which the seals first name them."""
    seals = [entry for entry in decoded.values() if entry.is_(entries.SEAL)]
    named = list(dict.fromkeys(seal["beacon"]["hash"] for seal in seals if seal["beacon"] is not None))
    return accept_beacons(policy, blocks, named, city_name)


def accept_beacons(policy, blocks, named, city_name):
    place = {block: number for number, block in enumerate(named)}
    hashes = [city.block_hash(block) for block in blocks]
    require(all(each in place for each in hashes), "a block that no seal names")
    require(_ascending([place[each] for each in hashes]), "blocks not in the order of their seals")
    return {each: policy.not_before(city.accept_block(policy, block, city_name, 11))
            for each, block in zip(hashes, blocks)}


def _walk(wanted, decoded, leaves, bounds, h):
    """Step 8: every entry in order, and what is in force."""
    subjects, force = [], Force()
    for index, entry in decoded.items():
        if index not in wanted:
            pass
        elif entry.is_(entries.READING):
            subjects.append(_reading(index, entry, force, leaves, bounds, decoded, h))
        else:
            subjects.append(Subject(index, entry))
        force.after(index, entry)
    return subjects


def _reading(index, entry, force, leaves, bounds, decoded, h):
    places = force.of(entry["channel"])
    hashes = [entries.NO_LEAF if place is None else leaves[place] for place in places]
    if force.boot is None or entries.context(h, *hashes) != entry["context"]:
        raise Fault(10, f"entry {index}: what is shown is not what was in force")
    parts = {part: None if place is None else decoded[place] for part, place in zip(PARTS, places)}
    context = {name: None if place is None else leaves[place] for name, place in zip(IN_FORCE, places)}
    return Subject(index, entry, parts, bound(parts["seal"], bounds), context)


def bound(seal, bounds):
    """Not before, from the block that a seal names."""
    if seal is None or seal["beacon"] is None:
        return None
    return bounds.get(seal["beacon"]["hash"])
