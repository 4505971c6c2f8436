"""Policies: the one thing trusted (section 6); which notes one accepts (section 4), and the times it proves (section 5)."""

from typing import NamedTuple

from . import keys
from .errors import Fault, Malformed, require
from .notes import parse_checkpoint
from .text import decimal, lines, utf8

MAX_BYTES = 1 << 20
MAX_KEYS = 10_000
MAX_NESTING = 32


class Group(NamedTuple):
    needed: int
    members: list               # names of witnesses and of groups defined before
    depth: int


class Policy:
    def __init__(self, data):
        require(len(data) <= MAX_BYTES, "a policy of more than 1 MiB")
        self.logs = {}              # (name, key id) -> Key
        self.witnesses = {}         # name in the policy -> Key, in the policy's order
        self.groups = {}            # name -> Group, in the order of definition
        self.quorum = None
        self._cosigners = {}        # (key name, key id) -> name in the policy
        self._log_names = set()
        self._publics = {"log": set(), "witness": set()}
        self._members = set()
        text = utf8(data)
        require(all(c in "\n\t" or (c >= " " and c != "\x7f") for c in text), "a control character")
        for line in lines(text):
            words = line.replace("\t", " ").split(" ")
            words = [word for word in words if word]
            if words and not words[0].startswith("#"):
                self._line(words)
        require(self.quorum is not None, "no quorum line")

    def _line(self, words):
        kind, rest = words[0], words[1:]
        if kind == "log":
            require(1 <= len(rest) <= 2, "a log line")
            key = self._key(kind, rest[0])
            require(key.type != keys.COSIGNATURE, "a log with a witness's type of key")
            self.logs[key.name, key.id] = key
            self._log_names.add(key.name)
        elif kind == "witness":
            require(2 <= len(rest) <= 3, "a witness line")
            self._new_name(rest[0])
            key = self._key(kind, rest[1])
            require(key.type == keys.COSIGNATURE, "a witness with a log's type of key")
            self.witnesses[rest[0]] = key
            self._cosigners[key.name, key.id] = rest[0]
        elif kind == "group":
            require(len(rest) >= 3, "a group line")
            self._new_name(rest[0])
            self.groups[rest[0]] = self._group(rest[1], rest[2:])
        elif kind == "quorum":
            require(len(rest) == 1 and self.quorum is None, "a quorum line, once")
            require(rest[0] == "none" or self._knows(rest[0]), "a quorum that is not defined")
            self.quorum = rest[0]
        else:
            raise Malformed("a line of another kind")

    def _knows(self, name):
        return name in self.witnesses or name in self.groups

    def _new_name(self, name):
        require(name != "none" and not self._knows(name), "a name defined twice")

    def _key(self, kind, text):
        key = keys.parse_vkey(text)
        require(key.public not in self._publics[kind], "a public key listed twice")
        require((key.name, key.id) not in self.logs and (key.name, key.id) not in self._cosigners,
                "two keys of one name and id")
        self._publics[kind].add(key.public)
        require(len(self.logs) + len(self.witnesses) < MAX_KEYS, "more than 10,000 keys")
        return key

    def _group(self, rule, members):
        depth = 1
        for name in members:
            require(self._knows(name), "a member that is not defined")
            require(name not in self._members, "a member of two groups")
            self._members.add(name)
            if name in self.groups:
                depth = max(depth, self.groups[name].depth + 1)
        require(depth <= MAX_NESTING, "groups nested more than 32 deep")
        needed = {"any": 1, "all": len(members)}.get(rule)
        if needed is None:
            needed = decimal(rule)
        require(1 <= needed <= len(members), "a number that the group cannot reach")
        return Group(needed, members, depth)

    def satisfied(self, names):
        """Whether these witnesses are a quorum. Groups stand after their members, so one pass is enough."""
        if self.quorum == "none":
            return True
        present = set(names)
        for name, group in self.groups.items():
            if sum(member in present for member in group.members) >= group.needed:
                present.add(name)
        return self.quorum in present

    def quorum_size(self):
        """The fewest witnesses that are a quorum."""
        fewest = {name: 1 for name in self.witnesses}
        for name, group in self.groups.items():
            fewest[name] = sum(sorted(fewest[member] for member in group.members)[:group.needed])
        return 0 if self.quorum == "none" else fewest[self.quorum]

    def signers(self, note, origin):
        """The witnesses that signed, name -> time, if log and witness signatures are as they must be."""
        if origin not in self._log_names:
            raise Fault(3, f"the policy has no log {origin}", "unknown_log")
        signed = False
        for line in note.signatures:
            key = self.logs.get((line.name, line.id))
            if key is not None and key.name == origin:
                if not key.signs_text(note.text, line.blob):
                    raise Fault(4, f"a signature of {line.name} is wrong", "bad_log_signature")
                signed = True
        if not signed:
            raise Fault(4, f"no signature of {origin}", "not_signed_by_log")
        times = {}
        for line in note.signatures:
            name = self._cosigners.get((line.name, line.id))
            if name is not None:
                time = self.witnesses[name].cosigns(note.text, line.blob)
                if time is None:
                    raise Fault(5, f"a cosignature of {name} is wrong", "bad_cosignature")
                times[name] = min(time, times.get(name, time))
        return times

    def accept(self, note, origin):
        """(checkpoint, times) of a note accepted for an origin; else Fault 3 to 6."""
        if parse_checkpoint(note.text).origin != origin:
            raise Fault(3, "a checkpoint of another log", "other_origin")
        times = self.signers(note, origin)
        if not self.satisfied(times):
            raise Fault(6, f"{len(times)} departments are no quorum", "no_quorum")
        return parse_checkpoint(note.text), times

    def not_after(self, times):
        """The earliest T such that the witnesses of T or earlier satisfy the quorum."""
        return self._bound(times, sorted(set(times.values())), lambda time, limit: time <= limit)

    def not_before(self, times):
        """The latest T such that the witnesses of T or later satisfy the quorum."""
        return self._bound(times, sorted(set(times.values()), reverse=True), lambda time, limit: time >= limit)

    def _bound(self, times, limits, counts):
        if self.quorum == "none":
            return None
        for limit in limits:
            if self.satisfied(name for name, time in times.items() if counts(time, limit)):
                return limit
        return None

    def in_order(self, times):
        """[(name, time)] in the policy's order."""
        return [(name, times[name]) for name in self.witnesses if name in times]
