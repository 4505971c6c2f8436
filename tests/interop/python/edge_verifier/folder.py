"""The files of a log that lies in a folder (section 16)."""

from . import tree
from .errors import Malformed
from .tiles import WIDTH, full, parse, parse_remains, partial


class Damage(Exception):
    """A file that is not there (21), or not as long as it must be (22)."""

    def __init__(self, number, tile):
        super().__init__(number, tile)
        self.number, self.tile = number, tile


class Folder:
    def __init__(self, files):
        self.files = files

    def _file(self, tile):
        """A file's bytes, and the tile they are of: the full one where the partial one is not there."""
        for named in (tile, tile._replace(width=WIDTH)):
            if named.path() in self.files:
                return self.files[named.path()], named
        raise Damage(21, tile)

    def hashes(self, tile):
        data, named = self._file(tile)
        if len(data) != 32 * named.width:
            raise Damage(22, named)
        return tree.joined(data)[:tile.width]

    def entries(self, tile):
        data, named = self._file(tile)
        found, at = [], 0
        while len(found) < tile.width:
            begin = at + 2
            at = begin + int.from_bytes(data[at:begin], "big")
            if at > len(data) or begin > len(data):
                raise Damage(22, named)
            found.append(data[begin:at])
        if named == tile and at != len(data):
            raise Damage(22, named)
        return found

    def remains(self, bundle):
        """What is left of a bundle that is not there, by the places; nothing if it is not in its form."""
        header, data = b"edge-remains/v1\n", self.files.get(bundle.remains(), b"")
        found, at, before = {}, len(header), -1
        if not data.startswith(header):
            return {}
        while at < len(data):
            begin = at + 3
            end = begin + int.from_bytes(data[at + 1:begin], "big")
            if end > len(data) or begin > len(data) or data[at] <= before:
                return {}
            before = data[at]
            found[before] = data[begin:end]
            at = end
        return {} if len(found) == WIDTH else {place: entry for place, entry in found.items() if place < bundle.width}

    def extra(self, size):
        """The files below tile/ that are not of a tree of this size."""
        for path in sorted(self.files):
            if path.startswith("tile/") and not (self._is_left(path, size) if path.startswith("tile/remains/") else _is_of(path, size)):
                yield path

    def _is_left(self, path, size):
        """Whether it is what is left of a bundle of the tree that is not there."""
        try:
            bundle = parse_remains(path)
        except Malformed:
            return False
        whole = [bundle] + [tile for tile in partial(size)[:1] if tile.level < 0 and tile.index == bundle.index]
        return bundle.index * WIDTH < size and not any(tile.path() in self.files for tile in whole)


def _is_of(path, size):
    try:
        tile = parse(path)
    except Malformed:
        return False
    return tile in partial(size) or tile.width == WIDTH and tile.index < full(max(tile.level, 0), size)
