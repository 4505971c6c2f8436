"""The audit of a log that lies in a folder as tiles (section 16): files in, what is shown out."""

from typing import NamedTuple

from . import tree
from .entries import decode
from .errors import Fault, Malformed
from .folder import Damage, Folder
from .notes import parse_checkpoint, parse_note
from .origin import hash_of, parse as parse_origin
from .review import Review
from .tiles import WIDTH, Tile, full, partial

NAMES = {
    10: "context_mismatch", 20: "root_differs", 21: "missing", 22: "wrong_length", 23: "tile_differs", 24: "entry_differs",
    25: "entry_malformed", 26: "seal_mismatch", 27: "not_sealed", 103: "unknown_kind", 104: "no_upper_bound", 110: "pruned",
    111: "extra_file", 112: "context_unchecked", 113: "lost",
}


class Finding(NamedTuple):
    number: int
    path: str | None = None
    first_entry: int | None = None
    count: int | None = None
    cause: str | None = None

    def shown(self):
        named = {"number": self.number, "code": NAMES.get(self.number) or Fault.NAMES[self.number]} | self._asdict()
        return {name: value for name, value in named.items() if value is not None}


class TileAudit:
    """Every tile and entry of a tree by its root; what is right goes to the review."""

    def __init__(self, folder, h, size, root, review):
        self.folder, self.h, self.size, self.root, self.review = folder, h, size, root, review
        self.findings, self.edge, self.full, self.absent = [], {}, {}, []
        self.checked = self.oldest = 0

    def run(self):
        if not self._rooted():
            return
        seen = False
        for index in range(full(0, self.size)):
            hashes = self._right(Tile(0, index))
            if hashes is not None:
                seen = self._take(Tile(-1, index), hashes, seen)
        for bundle in partial(self.size)[:1]:
            if bundle.level < 0:
                self._take(bundle, self.edge[0], seen)
        self.review.end(self.size)
        self._excuse()

    def _excuse(self):
        """Of the entries that are not there, those that the log tells to be lost are; the others are missing."""
        lost = []
        for bundle, absent in self.absent:
            told = [at for at in absent if any(first <= at <= last for first, last in self.review.lost)]
            lost += told
            for first, count in runs(at for at in absent if at not in told):
                self.findings.append(Finding(21, bundle.path(), first, count))
        if lost:
            self.findings.append(Finding(113, None, lost[0], len(lost)))

    def _rooted(self):
        """Whether the partial tiles make the root, one of them made anew if need be."""
        edge, damaged, whole = [tile for tile in partial(self.size) if tile.level >= 0], [], True
        for tile in edge:
            try:
                self.edge[tile.level] = self.folder.hashes(tile)
            except Damage as damage:
                damaged.append((damage.number, damage.tile.path()))
                self.edge[tile.level] = self._anew(tile)
                whole = whole and self.edge[tile.level] is not None
        mended = None
        if whole and self._root() != self.root:
            mended = next((tile for tile in edge if self._mends(tile)), None)
            if mended is not None:
                damaged.append((23, mended.path()))
        rooted = whole and (mended is not None or self._root() == self.root)
        span = (None, None) if rooted else (0, self.size)
        self.findings += [Finding(number, path, *span) for number, path in damaged]
        if whole and not rooted:
            self.findings.append(Finding(20, None, *span))
        return rooted

    def _mends(self, tile):
        stated, self.edge[tile.level] = self.edge[tile.level], self._anew(tile)
        if self.edge[tile.level] not in (None, stated) and self._root() == self.root:
            return True
        self.edge[tile.level] = stated
        return False

    def _root(self):
        """The root that the partial tiles make: the roots of complete trees, from the highest down."""
        roots = []
        for level in sorted(self.edge, reverse=True):
            width, hashes = len(self.edge[level]), self.edge[level]
            while width:
                part = 1 << width.bit_length() - 1
                roots.append(tree.root(self.h, hashes[:part]))
                width, hashes = width - part, hashes[part:]
        result = roots.pop() if roots else self.h(b"")
        while roots:
            result = tree.node(self.h, roots.pop(), result)
        return result

    def _anew(self, tile):
        """A tile's hashes from what is below it, or None."""
        try:
            if tile.level == 0:
                return [tree.leaf(self.h, entry) for entry in self.folder.entries(tile._replace(level=-1))]
            return [tree.root(self.h, self.folder.hashes(Tile(tile.level - 1, tile.index * WIDTH + place))) for place in range(tile.width)]
        except Damage:
            return None

    def _right(self, tile):
        """A full tile's hashes that fold to the hash above, or None; each is looked at once."""
        key = tile.level, tile.index
        if key not in self.full:
            self.full[key] = self._looked_at(tile)
        return self.full[key]

    def _looked_at(self, tile):
        above, (index, place) = tile.level + 1, divmod(tile.index, WIDTH)
        hashes = self.edge[above] if index == full(above, self.size) else self._right(Tile(above, index))
        if hashes is None:
            return None
        found, path = 23, tile.path()
        try:
            stated = self.folder.hashes(tile)
            if tree.root(self.h, stated) == hashes[place]:
                return stated
        except Damage as damage:
            found, path = damage.number, damage.tile.path()
        made = self._anew(tile)
        if made is not None and tree.root(self.h, made) == hashes[place]:
            self.findings.append(Finding(found, path))
            return made
        span = WIDTH ** above
        self.findings.append(Finding(found, path, tile.index * span, span))
        return None

    def _take(self, bundle, hashes, seen):
        """Compares a bundle's entries with their hashes; whether entries were seen by then."""
        first = bundle.index * WIDTH
        try:
            entries = self.folder.entries(bundle)
        except Damage as damage:
            if damage.number == 21:
                return self._left(bundle, hashes, seen)
            self.findings.append(Finding(damage.number, damage.tile.path(), first, bundle.width))
            return seen
        self._compare(bundle, dict(enumerate(entries)), hashes, bundle.path())
        return True

    def _left(self, bundle, hashes, seen):
        """Of a bundle that is not there: what is left of it; whether entries were seen by then."""
        left, first = self.folder.remains(bundle), bundle.index * WIDTH
        begin = 0 if seen else min(left, default=bundle.width if bundle.width == WIDTH else 0)
        if begin:
            self.oldest = first + begin
        absent = [first + place for place in range(begin, bundle.width) if place not in left]
        if absent:
            self.absent.append((bundle, absent))
        self._compare(bundle, left, hashes, bundle.remains())
        return seen or bool(left)

    def _compare(self, bundle, entries, hashes, path):
        wrong, first = [], bundle.index * WIDTH
        for place, entry in entries.items():
            leaf = tree.leaf(self.h, entry)
            if leaf == hashes[place]:
                self.checked += 1
                self.review.entry(first + place, entry, leaf)
            else:
                wrong.append(first + place)
        self.findings += [Finding(24, path, *run) for run in runs(wrong)]


def runs(indices):
    """(first, count) of each run of neighbours."""
    found = []
    for index in indices:
        if found and sum(found[-1]) == index:
            found[-1] = found[-1][0], found[-1][1] + 1
        else:
            found.append((index, 1))
    return found


def contexts(h, files):
    """The entries of the file that tells what is in force at the first entry there is, with their leaf hashes; nothing if it is not in its form."""
    header, data = b"edge-contexts/v1\n", files.get("contexts", b"")
    if not data.startswith(header) or len(data) > 64 << 20:
        return []
    told, at = [], len(header)
    while at < len(data):
        begin = at + 2
        at = begin + int.from_bytes(data[at:begin], "big")
        try:
            if at > len(data):
                return []
            told.append((decode(data[begin:at]), tree.leaf(h, data[begin:at])))
        except Malformed:
            return []
    return told


def audit(policy, files):
    """(outcome, error, what is shown) of a folder, its files by their paths."""
    if "checkpoint" not in files:
        return "not_checked", "log_not_found", None
    try:
        note = parse_note(files["checkpoint"])
        checkpoint = parse_checkpoint(note.text)
    except Malformed:
        return "not_checked", "log_malformed", None
    h, folder = hash_of(checkpoint.origin), Folder(files)
    review, times = Review(h, contexts(h, files)), {}
    tiles = TileAudit(folder, h, checkpoint.size, checkpoint.root, review)
    try:
        origin = parse_origin(checkpoint.origin)
        if origin is None or not origin.is_gateway:
            raise Fault(2)
        _, times = policy.accept(note, checkpoint.origin)
    except Fault as fault:
        findings = [Finding(fault.number, cause=fault.cause)]
    else:
        tiles.run()
        findings = tiles.findings + [Finding(number, None, *span) for number, *span in review.findings]
        if policy.not_after(times) is None:
            findings.append(Finding(104))
        if tiles.oldest:
            findings.append(Finding(110, None, tiles.oldest, tiles.oldest))
        findings += [Finding(111, path, None, 1) for path in folder.extra(checkpoint.size)]
    faults = sum(each.number < 100 for each in findings)
    return "invalid" if faults else "valid_but" if findings else "valid", None, {
        "faults": faults,
        "reservations": len(findings) - faults,
        "findings": [each.shown() for each in findings],
        "checkpoint": {"origin": checkpoint.origin, "size": checkpoint.size, "root": checkpoint.root.hex()},
        "accepted_by": [{"department": name, "time": time} for name, time in policy.in_order(times)],
        "not_after": policy.not_after(times),
        "entries": {"checked": tiles.checked, "first": tiles.oldest} | review.kinds,
        "channels": review.channels(),
    }
