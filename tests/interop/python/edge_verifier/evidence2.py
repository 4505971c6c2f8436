"""edge-evidence/v2 (sections 10 and 11)."""

from typing import NamedTuple

from . import city, entries, tree
from .cbor import ARRAY, BYTES, Reader
from .compact import FirstUse, read_names, read_note
from .entries import BOOT, CALIBRATION, CLOCK, CONFIGURATION, NO_LEAF, READING, SEAL
from .errors import Fault, require
from .evidence1 import accept_beacons, bound
from .force import Force
from .notes import limit_signatures, parse_checkpoint, write_checkpoint, write_note
from .origin import parse as parse_origin
from .origin import sha256
from .proved import HIDDEN, IN_FORCE, PARTS, Proved, Subject

MAX_ROWS = 1_000_000
BELOW = 1 << 63
MAX_FILE = 64 << 20
KIND_OF = {"boot": BOOT, "configuration": CONFIGURATION, "calibration": CALIBRATION, "clock": CLOCK, "seal": SEAL}
OF_A_CHANNEL = ("configuration", "calibration")
SINCE_BOOT = ("configuration", "calibration", "clock")


class Content:
    """[names, entries, proof, anchor, index, path, block, terms, contexts, beacons]"""

    def __init__(self, data):
        reader = Reader(data)
        reader.array(10, 10)
        names = read_names(reader)
        use = FirstUse(len(names))
        rows = [self._row(reader) for _ in range(reader.array(MAX_ROWS, 1))]
        require(all(a < b for (a, _), (b, _) in zip(rows, rows[1:])), "entries not ascending")
        self.entries = dict(rows)
        self.proof = tree.joined(reader.bytes(MAX_FILE))
        self.anchor = read_note(reader, names, use)
        self.index = reader.uint(BELOW)
        self.path = tree.joined(reader.bytes(32 * tree.MAX_PATH), tree.MAX_PATH)
        self.block = read_note(reader, names, use)
        self.terms = [self._term(reader) for _ in range(reader.array(MAX_ROWS))]
        terms = FirstUse(len(self.terms))
        self.contexts = [self._context(reader, terms) for _ in range(reader.array(MAX_ROWS))]
        self.beacons = [read_note(reader, names, use, rooted=True).note() for _ in range(reader.array(MAX_ROWS))]
        limit_signatures([self.anchor, self.block, *self.beacons])
        reader.end()
        use.end()
        terms.end()
        self._sizes()

    @staticmethod
    def _row(reader):
        reader.array(2, 2)
        return reader.uint(BELOW), reader.bytes(MAX_FILE)

    @staticmethod
    def _term(reader):
        """An index (int), an entry (bytes) or a leaf hash ([bytes])."""
        kind, _ = reader.peek()
        if kind == BYTES:
            return reader.bytes(MAX_FILE)
        if kind == ARRAY:
            reader.array(1, 1)
            return [reader.bytes(32, 32)]
        return reader.uint(BELOW)

    @staticmethod
    def _context(reader, terms):
        reader.array(5, 5)
        return [None if reader.null() else terms.position(reader.uint(BELOW)) for _ in PARTS]

    def _sizes(self):
        """The limits of the notes whose roots follow later: a root of any value has the same length."""
        for compact in (self.anchor, self.block):
            if compact.size > 0:
                compact.note(NO_LEAF)
        require(len(write_anchor(self.anchor, NO_LEAF)) <= city.MAX_EXTRA, "an anchor leaf of more than 32,768 bytes")


def write_anchor(anchor, root):
    return city.ANCHOR + write_note(write_checkpoint(anchor.origin, anchor.size, root), anchor.signatures)


class Term(NamedTuple):
    leaf: bytes
    entry: object               # Entry, or HIDDEN


def verify(policy, data):
    content = Content(data)
    origin = parse_origin(content.anchor.origin)
    if origin is None or not origin.is_gateway:
        raise Fault(2, content.anchor.origin)
    h = origin.hash

    leaves = {index: tree.leaf(h, entry) for index, entry in content.entries.items()}
    root = tree.root_of_multiproof(h, content.anchor.size, list(leaves.items()), content.proof)
    if root is None:
        raise Fault(9, "entries and proof imply no root")
    anchor = content.anchor.note(root)
    checkpoint, times = policy.accept(anchor, content.anchor.origin)

    leaf = tree.leaf(sha256, city.ANCHOR + anchor.bytes)
    block_root = tree.root_of_path(sha256, leaf, content.index, content.block.size, content.path)
    if block_root is None:
        raise Fault(8, "the path has another length than it must")
    block_note = content.block.note(block_root)
    block_times = city.accept_block(policy, block_note, origin.city, 7)

    decoded = {index: entries.decode(entry) for index, entry in content.entries.items()}
    terms = _terms(content, decoded, leaves, h)
    contexts = _contexts(content, decoded, terms, h)
    bounds = _beacons(policy, content, terms, origin.city)
    subjects = _subjects(decoded, leaves, contexts, bounds)
    return Proved(origin, checkpoint, parse_checkpoint(block_note.text), city.block_hash(block_note),
                  policy.in_order(times), policy.in_order(block_times), policy.not_after(times), subjects,
                  policy.not_after(block_times), decoded)


def _terms(content, decoded, leaves, h):
    """Step 6: every term in its one form."""
    lowest = {}
    for index, leaf in leaves.items():
        lowest.setdefault(leaf, index)
    terms = []
    for term in content.terms:
        if isinstance(term, int):
            require(term in leaves, "a term at an index that is not disclosed")
            require(lowest[leaves[term]] == term, "a term that is not the lowest index of its leaf")
            terms.append(Term(leaves[term], decoded[term]))
            continue
        if isinstance(term, bytes):
            found = Term(tree.leaf(h, term), entries.decode(term))
        else:
            require(term[0] != NO_LEAF, "a term of zeros")
            found = Term(term[0], HIDDEN)
        require(found.leaf not in lowest, "a disclosed entry shown again in a context")
        terms.append(found)
    require(len({term.leaf for term in terms}) == len(terms), "a term twice")
    return terms


def _contexts(content, decoded, terms, h):
    """Context hash -> {part: Term or None}, in the order in which the readings first have them."""
    contexts = {}
    for positions in content.contexts:
        parts = {part: None if at is None else terms[at] for part, at in zip(PARTS, positions)}
        hash_ = entries.context(h, *(NO_LEAF if term is None else term.leaf for term in parts.values()))
        require(hash_ not in contexts, "a context twice")
        contexts[hash_] = parts
    had = dict.fromkeys(entry["context"] for entry in decoded.values() if entry.is_(READING))
    require([each for each in had if each in contexts] == list(contexts),
            "contexts not in the order of their readings, or had by none")
    return contexts


def _beacons(policy, content, terms, city_name):
    """Step 7: block hash -> not before."""
    named = {}
    for positions in content.contexts:
        seal = HIDDEN if positions[4] is None else terms[positions[4]].entry
        if seal is not HIDDEN and seal.is_(SEAL) and seal["beacon"] is not None:
            named[seal["beacon"]["hash"]] = None
    return accept_beacons(policy, content.beacons, list(named), city_name)


def _subjects(decoded, leaves, contexts, bounds):
    """Step 8: every entry in order, and what its run of consecutive indices shows to be in force."""
    subjects, force, before = [], Force(), None
    for index, entry in decoded.items():
        if before is None or index != before + 1:
            force = Force()
        before = index
        if entry.is_(READING) and entry["context"] in contexts:
            subjects.append(_reading(index, entry, contexts[entry["context"]], force, leaves, bounds))
        else:
            subjects.append(Subject(index, entry))
        force.after(index, entry)
    return subjects


def _reading(index, entry, terms, force, leaves, bounds):
    _check_kinds(index, entry, terms)
    _check_run(index, entry, terms, force, leaves)
    parts = {part: None if term is None else term.entry for part, term in terms.items()}
    seal = parts["seal"]
    context = {name: None if term is None else term.leaf for name, term in zip(IN_FORCE, terms.values())}
    return Subject(index, entry, parts, bound(None if seal is HIDDEN else seal, bounds), context)


def _check_kinds(index, entry, terms):
    if terms["boot"] is None:
        raise Fault(10, f"entry {index}: a context without a boot")
    for part, term in terms.items():
        if term is None or term.entry is HIDDEN:
            continue
        fits = term.entry.is_(KIND_OF[part])
        if not fits or part in OF_A_CHANNEL and term.entry["channel"] != entry["channel"]:
            raise Fault(10, f"entry {index}: its {part} is another entry")


def _check_run(index, entry, terms, force, leaves):
    """A context must not be other than the consecutive entries before the reading show."""
    for (part, term), place in zip(terms.items(), force.of(entry["channel"])):
        named = None if term is None else term.leaf
        if place is not None and leaves[place] != named:
            raise Fault(10, f"entry {index}: the run shows another {part}")
        if place is None and force.boot is not None and part in SINCE_BOOT and named is not None:
            raise Fault(10, f"entry {index}: the run shows no {part} since the boot")
