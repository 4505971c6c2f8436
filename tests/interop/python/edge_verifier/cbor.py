"""Deterministic CBOR (RFC 8949 section 4.2.1) without tags, read strictly (section 2).

`Reader` pulls one value after another, so that a caller who knows the form takes no memory before
a size was checked. `decode` reads any item, for entries; Python types stand for CBOR's: int, float,
bytes, str, list, bool, None, and `Pairs` for a map.
"""

import math
import struct

from .errors import Malformed, require

MAX_DEPTH = 16
UINT, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE = range(8)


class Pairs(list):
    """The (key, value) pairs of a map, in their order."""


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        require(count <= len(self.data) - self.at, "more bytes announced than there are")
        self.at += count
        return self.data[self.at - count:self.at]

    def head(self):
        """Major type, additional information and argument; the shortest head only."""
        first = self.take(1)[0]
        major, info = first >> 5, first & 31
        if info < 24:
            return major, info, info
        require(info < 28, "an indefinite length or a reserved head")
        size = 1 << (info - 24)
        value = int.from_bytes(self.take(size), "big")
        if major != SIMPLE:
            require(value >= (24, 1 << 8, 1 << 16, 1 << 32)[info - 24], "a head that is not the shortest")
        return major, info, value

    def _expect(self, wanted):
        major, _, value = self.head()
        require(major == wanted, "another type of item")
        return value

    def uint(self, below=1 << 64):
        value = self._expect(UINT)
        require(value < below, "a number out of its range")
        return value

    def bytes(self, most, least=0):
        size = self._expect(BYTES)
        require(least <= size <= most, "a byte string of another length")
        return self.take(size)

    def text(self, most, least=0):
        size = self._expect(TEXT)
        require(least <= size <= most, "a text of another length")
        return _utf8(self.take(size))

    def array(self, most, least=0):
        size = self._expect(ARRAY)
        require(least <= size <= most, "an array of another length")
        require(size <= len(self.data) - self.at, "more items announced than there are bytes")
        return size

    def peek(self):
        """The major type and additional information of what comes next."""
        require(self.at < len(self.data), "cut short")
        return self.data[self.at] >> 5, self.data[self.at] & 31

    def null(self):
        """True, and the null taken, if one comes next."""
        if self.peek() == (SIMPLE, 22):
            self.at += 1
            return True
        return False

    def end(self):
        require(self.at == len(self.data), "bytes left over")

    def item(self, depth=0):
        """Any item. `depth` is the number of arrays and maps around it."""
        start = self.at
        major, info, value = self.head()
        if major == UINT:
            return value
        if major == NEGATIVE:
            return -1 - value
        if major == BYTES:
            return self.take(value)
        if major == TEXT:
            return _utf8(self.take(value))
        if major in (ARRAY, MAP):
            require(depth < MAX_DEPTH, f"nested more than {MAX_DEPTH} deep")
            require(value <= len(self.data) - self.at, "more items announced than there are bytes")
            if major == ARRAY:
                return [self.item(depth + 1) for _ in range(value)]
            return self._map(value, depth + 1)
        require(major == SIMPLE, "a tag")
        if info == 20 or info == 21:
            return info == 21
        if info == 22:
            return None
        require(25 <= info <= 27, "a simple value other than false, true and null")
        number = struct.unpack({25: ">e", 26: ">f", 27: ">d"}[info], self.data[start + 1:self.at])[0]
        require(math.isfinite(number), "a float that is not finite")
        require(encode(number) == self.data[start:self.at], "a float that is not the shortest")
        return number

    def _map(self, count, depth):
        pairs, before = Pairs(), b""
        for number in range(count):
            start = self.at
            key = self.item(depth)
            encoded = self.data[start:self.at]
            require(number == 0 or encoded > before, "map keys not ascending")
            before = encoded
            pairs.append((key, self.item(depth)))
        return pairs


def decode(data):
    reader = Reader(data)
    item = reader.item()
    reader.end()
    return item


def encode(item):
    """The one encoding of an item."""
    if item is None:
        return b"\xf6"
    if item is True or item is False:
        return b"\xf5" if item else b"\xf4"
    if isinstance(item, int):
        return _head(UINT, item) if item >= 0 else _head(NEGATIVE, -1 - item)
    if isinstance(item, float):
        return _float(item)
    if isinstance(item, bytes):
        return _head(BYTES, len(item)) + item
    if isinstance(item, str):
        data = item.encode("utf-8")
        return _head(TEXT, len(data)) + data
    if isinstance(item, Pairs):
        return _head(MAP, len(item)) + b"".join(encode(key) + encode(value) for key, value in item)
    return _head(ARRAY, len(item)) + b"".join(encode(each) for each in item)


def _head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    for power in range(4):
        if value < 1 << (8 << power):
            return bytes([major << 5 | 24 + power]) + value.to_bytes(1 << power, "big")
    raise ValueError("a number beyond 64 bits")


def _float(number):
    for head, form in ((0xF9, ">e"), (0xFA, ">f")):
        try:
            packed = struct.pack(form, number)
        except OverflowError:
            continue
        if struct.unpack(form, packed)[0] == number:
            return bytes([head]) + packed
    return b"\xfb" + struct.pack(">d", number)


def _utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("text that is not UTF-8") from error
