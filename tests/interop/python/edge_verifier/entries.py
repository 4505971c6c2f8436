"""Entries (section 2) and the context that gives a reading its meaning."""

from typing import Any, NamedTuple

from . import cbor
from .errors import require

MAX_BYTES = 61440
READING, SEAL, GAP, BOOT, CLOCK, CONFIGURATION, CALIBRATION = range(7)
NAMES = ("Reading", "Seal", "Gap", "Boot", "Clock", "Configuration", "Calibration",
         "Maintenance", "Tamper", "Alarm", "KeyRotation", "Software")
NO_LEAF = bytes(32)


class Entry(NamedTuple):
    version: int
    kind: int
    salt: bytes
    fields: dict | None         # None for an unknown entry

    @property
    def known(self):
        return self.fields is not None

    def is_(self, kind):
        return self.known and self.kind == kind

    def __getitem__(self, name):
        return self.fields[name]


# Each of these checks one item and gives its value.

def _uint(below=1 << 64):
    def check(item):
        require(type(item) is int and 0 <= item < below, "a number out of its range")
        return item
    return check


def _text(least=0, most=MAX_BYTES):
    def check(item):
        require(type(item) is str and least <= len(item.encode("utf-8")) <= most, "a text")
        return item
    return check


def _bytes(size):
    def check(item):
        require(type(item) is bytes and len(item) == size, f"{size} bytes")
        return item
    return check


def _list(item, size=None):
    require(type(item) is list and (size is None or len(item) == size), "an array")
    return item


def _or_null(check):
    return lambda item: None if item is None else check(item)


def _raw(item):
    require(type(item) is int and -(1 << 63) <= item < 1 << 63, "a raw value beyond 64 signed bits")
    return item


def _seconds(item):
    require(type(item) is float and 0 <= item < 253402300800, "a wall clock's seconds")
    return item


def _wall_time(item):
    seconds, uncertainty = _list(item, 2)
    return {"seconds": _seconds(seconds), "uncertainty_ms": _uint(1 << 32)(uncertainty)}


def _beacon_block(item):
    height, block = _list(item, 2)
    return {"height": _any_uint(height), "hash": _hash(block)}


def _counts(item):
    return [_any_uint(each) for each in _list(item, 4)]


def _channels(item):
    return [_any_text(each) for each in _list(item)]


_any_uint, _hash, _name, _any_text = _uint(), _bytes(32), _text(1, 64), _text()
_wall, _beacon = _or_null(_wall_time), _or_null(_beacon_block)
_source, _ns = _uint(256), _any_uint
_event = (("monotonic_ns", _ns), ("wall", _wall), ("subject", _any_text), ("text", _any_text), ("who", _any_text))

_FORMS = {
    SEAL: (("first", _any_uint), ("last", _any_uint), ("counts", _counts), ("from_ns", _ns), ("to_ns", _ns),
           ("wall", _wall), ("clock", _source), ("beacon", _beacon), ("previous", _hash)),
    GAP: (("channels", _channels), ("from", _wall), ("to", _wall), ("why", _uint(256)), ("detail", _any_text)),
    BOOT: (("boot_id", _bytes(16)), ("monotonic_ns", _ns), ("wall", _wall), ("clock", _source),
           ("software", _any_text), ("key", _any_text)),
    CLOCK: (("monotonic_ns", _ns), ("before", _wall), ("after", _wall), ("clock", _source)),
    CONFIGURATION: (("channel", _any_text), ("definition", _any_text), ("file", _hash), ("who", _any_text)),
    CALIBRATION: (("channel", _any_text), ("date", _any_text), ("certificate", _any_text), ("who", _any_text),
                  ("coefficients", _any_text)),
    7: _event, 8: _event, 9: _event, 10: _event, 11: _event,
}
_READING = (("raw", _or_null(_raw)), ("quality", _uint(3)), ("reason", _uint(256)), ("monotonic_ns", _ns),
            ("uncertainty_ms", _or_null(_uint(1 << 32))), ("context", _hash))


def _take(form, items):
    require(len(items) == len(form), "an item too many or too few")
    return {name: check(item) for (name, check), item in zip(form, items)}


def _senml(record):
    """channel, unit, value and time of a SenML record with the labels 0, 1, 2, 6, in this order."""
    require(isinstance(record, cbor.Pairs), "a SenML record")
    require(all(type(label) is int for label, _ in record), "a SenML label")
    labels = [label for label, _ in record]
    require(labels in ([0, 1], [0, 1, 2], [0, 1, 6], [0, 1, 2, 6]), "the labels of a SenML record")
    values = dict(record)
    require(type(values.get(2, 0.0)) is float, "a value that is not a float")
    _seconds(values.get(6, 0.0))
    return {"channel": _name(values[0]), "unit": _name(values[1]), "value": values.get(2), "time": values.get(6)}


def decode(data):
    """The entry that these bytes are; Malformed if they are none."""
    require(0 < len(data) <= MAX_BYTES, "an entry of no bytes or of more than 61,440")
    items = _list(cbor.decode(data))
    require(not isinstance(items, cbor.Pairs) and len(items) >= 3, "not an entry's array")
    version, kind, salt = _any_uint(items[0]), _any_uint(items[1]), _bytes(16)(items[2])
    if version != 1 or kind >= len(NAMES):
        return Entry(version, kind, salt, None)
    if kind != READING:
        return Entry(version, kind, salt, _take(_FORMS[kind], items[3:]))
    require(len(items) > 3, "an item too few")
    fields = _senml(items[3]) | _take(_READING, items[4:])
    require((fields["time"] is None) == (fields["uncertainty_ms"] is None), "a time without uncertainty, or the reverse")
    return Entry(version, kind, salt, fields)


def _to_wall(wall):
    return None if wall is None else [wall["seconds"], wall["uncertainty_ms"]]


def encode(kind, salt, fields):
    """The bytes of a version 1 entry with these fields; for vectors."""
    items: list[Any] = [1, kind, salt]
    rest = dict(fields)
    if kind == READING:
        pairs = ((0, "channel"), (1, "unit"), (2, "value"), (6, "time"))
        items.append(cbor.Pairs((label, rest[name]) for label, name in pairs if rest[name] is not None))
        items += [rest[name] for name, _ in _READING]
    else:
        for name, _ in _FORMS[kind]:
            value = rest[name]
            if name in ("wall", "from", "to", "before", "after"):
                value = _to_wall(value)
            elif name == "beacon" and value is not None:
                value = [value["height"], value["hash"]]
            items.append(value)
    return cbor.encode(items)


def context(h, boot, configuration, calibration, clock, seal):
    """The hash of five leaf hashes; NO_LEAF where there is no entry."""
    return h(b"edge-context/v1\n" + boot + configuration + calibration + clock + seal)
