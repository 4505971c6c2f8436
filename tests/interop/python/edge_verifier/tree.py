"""Trees and their proofs (section 3), with the log's H as a parameter."""

from bisect import bisect_left

from .errors import require

MAX_PATH = 63


def leaf(h, data):
    return h(b"\x00" + data)


def node(h, left, right):
    return h(b"\x01" + left + right)


def split(size):
    """The largest power of two below a size of at least 2."""
    return 1 << (size - 1).bit_length() - 1


def root(h, leaves):
    """The root of the tree with these leaf hashes."""
    stack = []                                  # (height, hash) of complete subtrees
    for each in leaves:
        height = 0
        while stack and stack[-1][0] == height:
            each = node(h, stack.pop()[1], each)
            height += 1
        stack.append((height, each))
    if not stack:
        return h(b"")
    result = stack.pop()[1]
    while stack:
        result = node(h, stack.pop()[1], result)
    return result


def root_of_path(h, leaf_hash, index, size, path):
    """RFC 9162 section 2.1.3.2: the root that a path implies, or None if it has another length than it must."""
    if index >= size:
        return None
    fn, sn, result = index, size - 1, leaf_hash
    for each in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            result = node(h, each, result)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            result = node(h, result, each)
        fn, sn = fn >> 1, sn >> 1
    return result if sn == 0 else None


def roots_of_consistency(h, old, size, old_root, path):
    """RFC 9162 section 2.1.4.2, for 1 <= old < size: the (old, new) roots implied, or None."""
    path = list(path)
    if not 1 <= old < size:
        return None
    if old & old - 1 == 0:
        path.insert(0, old_root)
    if not path:
        return None
    fn, sn = old - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first = second = path[0]
    for each in path[1:]:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            first, second = node(h, each, first), node(h, each, second)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = node(h, second, each)
        fn, sn = fn >> 1, sn >> 1
    return (first, second) if sn == 0 else None


def consistent(h, old, size, old_root, new_root, path):
    """Whether a proof shows that the larger tree begins with the smaller."""
    if old > size:
        return False
    if old == size:
        return not path and old_root == new_root
    if old == 0:
        return not path and old_root == h(b"")
    return roots_of_consistency(h, old, size, old_root, path) == (old_root, new_root)


def root_of_multiproof(h, size, leaves, proof):
    """The root that (index, leaf hash) pairs and a multiproof imply, or None.

    The recursion is as deep as the tree is high: at most 63, as sizes are below 2^63.
    """
    indices = [index for index, _ in leaves]
    if not indices or any(a >= b for a, b in zip(indices, indices[1:])) or indices[0] < 0 or indices[-1] >= size:
        return None
    hashes = iter(proof)

    def walk(begin, end, first, last):          # indices[first:last] are those in [begin, end)
        if first == last:
            return next(hashes)
        if end - begin == 1:
            return leaves[first][1]
        middle = begin + split(end - begin)
        cut = bisect_left(indices, middle, first, last)
        left = walk(begin, middle, first, cut)
        return node(h, left, walk(middle, end, cut, last))

    try:
        result = walk(0, size, 0, len(indices))
    except StopIteration:
        return None
    return result if next(hashes, None) is None else None


def inclusion_path(h, leaves, index):
    """The path of an index, from the leaf's sibling upwards; for vectors."""
    path, begin, end = [], 0, len(leaves)
    while end - begin > 1:
        middle = begin + split(end - begin)
        if index < middle:
            path.append(root(h, leaves[middle:end]))
            end = middle
        else:
            path.append(root(h, leaves[begin:middle]))
            begin = middle
    return path[::-1]


def consistency_path(h, leaves, old):
    """RFC 9162 section 2.1.4.1; for vectors."""
    path, begin, end, whole = [], 0, len(leaves), True
    if not 0 < old < end:
        return []
    while old != end:
        middle = begin + split(end - begin)
        if old <= middle:
            path.append(root(h, leaves[middle:end]))
            end = middle
        else:
            path.append(root(h, leaves[begin:middle]))
            begin, whole = middle, False
    if not whole:
        path.append(root(h, leaves[begin:end]))
    return path[::-1]


def multiproof(h, leaves, indices):
    """The hashes of a multiproof; for vectors."""
    proof = []

    def walk(begin, end):
        if not any(begin <= index < end for index in indices):
            proof.append(root(h, leaves[begin:end]))
        elif end - begin > 1:
            middle = begin + split(end - begin)
            walk(begin, middle)
            walk(middle, end)

    walk(0, len(leaves))
    return proof


def joined(data, most=None):
    """Hashes of 32 bytes from their concatenation."""
    require(len(data) % 32 == 0, "hashes of 32 bytes, joined")
    require(most is None or len(data) <= 32 * most, f"more than {most} hashes")
    return [data[at:at + 32] for at in range(0, len(data), 32)]
