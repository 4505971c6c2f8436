"""What the entries of a log say of one another (section 16)."""

import re

from . import entries
from .entries import NO_LEAF
from .errors import Malformed
from .report import QUALITIES, kind_name

MAX_CHANNELS = 10_000
STORE_DAMAGED = 4
LOST = re.compile(r"the entries (0|[1-9][0-9]{0,18}) to (0|[1-9][0-9]{0,18}) of this log were (?:damaged in the store|not durable yet when it ended, or damaged in the store since)")


class Review:
    def __init__(self, h, told=()):
        self.h = h
        self._told, self._is_told = told, False         # what someone says is in force where the beginning is not there
        self.kinds = {kind_name(name): 0 for name in entries.NAMES} | {"unknown": 0}
        self._faults, self._unknown, self._unchecked = [], [], []
        self._boot = self._clock = self._seal = NO_LEAF
        self._boot_known = self._seal_known = True      # what is in force, and where the batch began
        self._in_force = {}                             # (kind, channel) -> leaf, since the boot
        self._next = self._batch = 0
        self._counts, self._last_is_seal = [0] * 4, False
        self._channels = {}
        self.lost = []                                  # (first, last) of the entries that gaps tell to be lost

    @property
    def findings(self):
        """(code, first entry, count)."""
        several = [(103, self._unknown), (112, self._unchecked)]
        return self._faults + [(code, found[0], len(found)) for code, found in several if found]

    def channels(self):
        return [self._channels[name] for name in sorted(self._channels) if self._channels[name]["unit"]]

    def entry(self, index, data, leaf):
        if index != self._next:
            self._start(NO_LEAF)
            self._boot_known = self._seal_known = False
            self._is_told = self._next == 0 and bool(self._told)
            for entry, told in self._told if self._is_told else ():
                self._enter(entry, told)
        self._next, self._last_is_seal = index + 1, False
        try:
            entry = entries.decode(data)
        except Malformed:
            self._faults.append((25, index, 1))
            return
        if not entry.known:
            self.kinds["unknown"] += 1
            self._unknown.append(index)
            return
        self.kinds[kind_name(entries.NAMES[entry.kind])] += 1
        if entry.is_(entries.READING):
            self._reading(index, entry)
        elif entry.is_(entries.SEAL):
            self._sealed(index, entry)
        elif entry.is_(entries.GAP):
            self._gap(index, entry)
        self._enter(entry, leaf)
        self._boot_known = self._boot_known or entry.is_(entries.BOOT)

    def _enter(self, entry, leaf):
        """From here on it is in force, if it is of a kind that can be."""
        if entry.is_(entries.BOOT):
            self._start(leaf)
        elif entry.is_(entries.CLOCK):
            self._clock = leaf
        elif entry.is_(entries.SEAL):
            self._seal = leaf
        elif entry.known and entry.kind in (entries.CONFIGURATION, entries.CALIBRATION) and self._told_apart(entry["channel"]):
            self._in_force[entry.kind, entry["channel"]] = leaf

    def end(self, size):
        if self._next == size > 0 and not self._last_is_seal:
            self._faults.append((27, size - 1, 1))

    def _start(self, leaf):
        self._boot, self._clock, self._in_force = leaf, NO_LEAF, {}

    def _told_apart(self, channel):
        if channel not in self._channels and (len(self._channels) == MAX_CHANNELS or len(channel.encode()) > 64):
            return False
        self._channels.setdefault(channel, {"channel": channel, "unit": "", "good": 0, "uncertain": 0, "bad": 0, "absent": 0})
        return True

    def _reading(self, index, entry):
        quality, absent = QUALITIES[entry["quality"]], entry["value"] is None
        self._counts[entry["quality"]] += 1
        self._counts[3] += absent
        channel = entry["channel"]
        told_apart = self._told_apart(channel)
        if told_apart:
            counted = self._channels[channel]
            counted["unit"] = entry["unit"]
            counted[quality] += 1
            counted["absent"] += absent
        known = self._boot_known and self._seal_known
        if not (told_apart and (known or self._is_told)):
            self._unchecked.append(index)
            return
        configuration, calibration = (self._in_force.get((kind, channel), NO_LEAF) for kind in (entries.CONFIGURATION, entries.CALIBRATION))
        context = entries.context(self.h, self._boot, configuration, calibration, self._clock, self._seal)
        if self._boot != NO_LEAF and entry["context"] == context:
            return
        if known:
            self._faults.append((10, index, 1))
        else:
            self._unchecked.append(index)

    def _gap(self, index, entry):
        told = LOST.fullmatch(entry["detail"]) if entry["why"] == STORE_DAMAGED else None
        first, last = map(int, told.groups()) if told else (0, index)
        if first <= last < index:
            self.lost.append((first, last))

    def _sealed(self, index, entry):
        first, last = entry["first"], entry["last"]
        wrong = last != index - 1 or first > last
        if self._seal_known:
            wrong = wrong or first != self._batch or entry["counts"] != self._counts or entry["previous"] != self._seal
        if wrong:
            self._faults.append((26, index, 1))
        self._seal_known = self._last_is_seal = True
        self._batch, self._counts = index + 1, [0] * 4
