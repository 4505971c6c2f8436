"""The checks of the vectors of tile directories."""

from . import tiles, tree
from .checks import equal, keyed, refused
from .origin import sha256


def path(case, _):
    level, index, width, text = keyed(case, "level", "index", "width", "path")
    equal(tuple(tiles.parse(text)), (level, index, width), "the tile")
    equal(tiles.Tile(level, index, width).path(), text, "its path")


def refused_path(case, _):
    refused(tiles.parse, case)


def size(case, _):
    count, bundles, levels, partial = keyed(case, "size", "full_bundles", "full_tiles", "partial")
    equal(tiles.full(0, count), bundles, "full bundles")
    equal([tiles.full(level, count) for level in range(tiles.LEVELS)], levels, "full tiles")
    equal([tile.path() for tile in tiles.partial(count)], partial, "partial tiles")


def files(case, _):
    count, root, listed = keyed(case, "size", "root", "files")
    entries = [index.to_bytes(4, "big") for index in range(count)]
    equal(tree.root(sha256, [tree.leaf(sha256, entry) for entry in entries]).hex(), root, "the root")
    made = tiles.files(sha256, entries)
    equal(sorted(made), sorted(file["path"] for file in listed), "the files")
    for file in listed:
        content = made[file["path"]]
        stated = {"bytes": content.hex()} if "bytes" in file else {"length": len(content), "sha256": sha256(content).hex()}
        equal({"path": file["path"]} | stated, file, file["path"])
