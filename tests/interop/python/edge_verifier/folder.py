"""The files of a log that lies in a folder (section 16)."""

from . import tree
from .errors import Malformed
from .tiles import WIDTH, full, parse, partial


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

    def extra(self, size):
        """The files below tile/ that are not of a tree of this size."""
        for path in sorted(self.files):
            if path.startswith("tile/") and not _is_of(path, size):
                yield path


def _is_of(path, size):
    try:
        tile = parse(path)
    except Malformed:
        return False
    return tile in partial(size) or tile.width == WIDTH and tile.index < full(max(tile.level, 0), size)
