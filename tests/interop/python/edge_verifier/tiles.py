"""Tile directories (section 16): paths, which files a size has, what is in them."""

import re
from typing import NamedTuple

from . import tree
from .errors import require

WIDTH, HEIGHT, LEVELS = 256, 8, 8
PATH = re.compile(r"tile/(entries|[0-7])/((?:x[0-9]{3}/)*)([0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


class Tile(NamedTuple):
    level: int      # -1: an entry bundle
    index: int
    width: int = WIDTH

    def path(self):
        digits = str(self.index)
        digits = digits.zfill((len(digits) + 2) // 3 * 3)
        groups = [digits[at:at + 3] for at in range(0, len(digits), 3)]
        name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{'entries' if self.level < 0 else self.level}/{name}{partial}"


    def remains(self):
        """The path of what is left of a bundle that is not there."""
        return self._replace(width=WIDTH).path().replace("tile/entries/", "tile/remains/")


def parse_remains(path):
    """The bundle of which a file is what is left, in its full width."""
    require(path.startswith("tile/remains/"), "not the path of what is left of a bundle")
    bundle = parse(path.replace("tile/remains/", "tile/entries/"))
    require(bundle.width == WIDTH, "what is left has no width")
    return bundle


def parse(path):
    match = PATH.fullmatch(path)
    require(match is not None, "not the path of a tile")
    level, above, last, width = match.groups()
    require(not above.startswith("x000"), "a leading x000")
    require(width is None or int(width) < WIDTH, "the width of a partial tile")
    tile = Tile(-1 if level == "entries" else int(level), int(above.replace("x", "").replace("/", "") + last), int(width or WIDTH))
    require(tile.index <= (2 ** 63 - 1) >> min(63, HEIGHT * (max(tile.level, 0) + 1)), "beyond every log")
    return tile


def full(level, size):
    return size >> HEIGHT * (level + 1)


def partial(size):
    """The bundle and the tiles at the right edge, the lowest first."""
    found = []
    for level in range(LEVELS):
        width = (size >> HEIGHT * level) % WIDTH
        if width and level == 0:
            found.append(Tile(-1, full(0, size), width))
        if width:
            found.append(Tile(level, full(level, size), width))
    return found


def files(h, entries):
    """Every file of a log, by its path."""
    size, made = len(entries), {}
    for tile in [Tile(level, index) for level in range(-1, LEVELS) for index in range(full(max(level, 0), size))] + partial(size):
        span = WIDTH ** max(tile.level, 0)
        places = range(tile.index * WIDTH, tile.index * WIDTH + tile.width)
        if tile.level < 0:
            made[tile.path()] = b"".join(len(entries[at]).to_bytes(2, "big") + entries[at] for at in places)
        else:
            made[tile.path()] = b"".join(tree.root(h, [tree.leaf(h, e) for e in entries[at * span:(at + 1) * span]]) for at in places)
    return made
