"""The check of every kind of vector: raises when the vector does not come out as it says."""

import base64
import hmac

from . import city, entries, equivocation, evidence, keys, tree
from .errors import Fault, Malformed
from .notes import parse_checkpoint, parse_note
from .origin import sha256
from .policy import Policy
from .sm3 import sm3

class Wrong(Exception):
    """A vector that does not come out as it says."""


def equal(got, wanted, what):
    if got != wanted or type(got) is not type(wanted):
        raise Wrong(f"{what}: {got!r}, not {wanted!r}")


def refused(read, *arguments):
    try:
        read(*arguments)
    except Malformed:
        return
    raise Wrong("read although it is to be refused")


def keyed(case, *names):
    """The values of a case that has exactly these keys."""
    if set(case) != set(names):
        raise Wrong(f"keys {sorted(set(case) ^ set(names))} are unknown or missing")
    return [case[name] for name in names]


def hexed(value):
    """A value with its bytes as hex, as vectors write them."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: hexed(each) for name, each in value.items()}
    if isinstance(value, list):
        return [hexed(each) for each in value]
    return value


def named_times(rows):
    return [(row["department"], row["time"]) for row in rows]


# entries.json

def entry(case, file):
    index, kind, name, salt, fields, data, leaf = keyed(
        case, "index", "kind", "name", "salt", "fields", "bytes", "leaf")
    read = entries.decode(bytes.fromhex(data))
    equal(read.kind, kind, "kind")
    equal(entries.NAMES[kind], name, "name")
    equal(read.salt.hex(), salt, "salt")
    mac = hmac.digest(bytes.fromhex(file["salt_secret"]), index.to_bytes(8, "big"), "sha256")
    equal(mac[:16].hex(), salt, "salt from the secret")
    equal(hexed(read.fields), fields, "fields")
    equal(entries.encode(kind, read.salt, read.fields).hex(), data, "bytes written")
    equal(tree.leaf(sha256, bytes.fromhex(data)).hex(), leaf, "leaf")


def context(case, file):
    *parts, wanted = keyed(case, "boot", "configuration", "calibration", "clock", "seal", "hash")
    equal(entries.context(sha256, *map(bytes.fromhex, parts)).hex(), wanted, "hash")


def unknown_entry(case, file):
    data, version, kind = keyed(case, "bytes", "version", "kind")
    read = entries.decode(bytes.fromhex(data))
    equal((read.version, read.kind, read.known), (version, kind, False), "version, kind, known")


def refused_entry(case, file):
    _, data = keyed(case, "name", "bytes")
    refused(entries.decode, bytes.fromhex(data))


def read_entry(case, file):
    _, data = keyed(case, "name", "bytes")
    equal(entries.decode(bytes.fromhex(data)).known, True, "known")


def entry_limit(case, file):
    _, head, piece, times, tail, read = keyed(case, "name", "head", "piece", "times", "tail", "read")
    data = bytes.fromhex(head + piece * times + tail)
    entries.decode(data) if read else refused(entries.decode, data)


# trees.json: the same checks for both functions

def trees(h):
    def leaves_of(size):
        return [tree.leaf(h, number.to_bytes(4, "big")) for number in range(size)]

    def implied(size, indices, proof):
        leaves = leaves_of(max(indices + [size]) + 1)
        root = tree.root_of_multiproof(h, size, [(index, leaves[index]) for index in indices],
                                       [bytes.fromhex(each) for each in proof])
        return root == tree.root(h, leaves[:size])

    def root_(case, file):
        size, wanted = keyed(case, "size", "root")
        equal(tree.root(h, leaves_of(size)).hex(), wanted, "root")

    def inclusion(case, file):
        index, size, path = keyed(case, "index", "size", "path")
        leaves, hashes = leaves_of(size), [bytes.fromhex(each) for each in path]
        equal(hexed(tree.inclusion_path(h, leaves, index)), path, "path")
        equal(tree.root_of_path(h, leaves[index], index, size, hashes), tree.root(h, leaves), "root")
        equal(tree.root_of_path(h, leaves[index], index, size, hashes + [bytes(32)]), None, "a hash too many")
        if path:
            equal(tree.root_of_path(h, leaves[index], index, size, hashes[1:]), None, "a hash too few")

    def consistency(case, file):
        old, size, proof = keyed(case, "old", "size", "proof")
        leaves, hashes = leaves_of(size), [bytes.fromhex(each) for each in proof]
        equal(hexed(tree.consistency_path(h, leaves, old)), proof, "proof")
        roots = tree.root(h, leaves[:old]), tree.root(h, leaves)
        equal(tree.consistent(h, old, size, *roots, hashes), True, "holds")
        equal(tree.consistent(h, old, size, *roots, hashes + [bytes(32)]), False, "holds with a hash too many")

    def multi(case, file):
        size, indices, proof = keyed(case, "size", "indices", "proof")
        equal(hexed(tree.multiproof(h, leaves_of(size), indices)), proof, "proof")
        equal(implied(size, indices, proof), True, "holds")

    def refused_multi(case, file):
        _, size, indices, proof = keyed(case, "name", "size", "indices", "proof")
        equal(implied(size, indices, proof), False, "holds")

    def refused_inclusion(case, file):
        _, index, size, path = keyed(case, "name", "index", "size", "path")
        got = tree.root_of_path(h, leaves_of(index + 1)[index], index, size, [bytes.fromhex(each) for each in path])
        equal(got == tree.root(h, leaves_of(size)), False, "holds")

    def refused_consistency(case, file):
        _, old, size, proof = keyed(case, "name", "old", "size", "proof")
        roots = tree.root(h, leaves_of(old)), tree.root(h, leaves_of(size))
        equal(tree.consistent(h, old, size, *roots, [bytes.fromhex(each) for each in proof]), False, "holds")

    return {"refused_inclusion": refused_inclusion, "refused_consistency": refused_consistency, "roots": root_, "inclusion": inclusion, "consistency": consistency, "multi": multi,
            "refused_multi": refused_multi}


def sm3_hash(case, file):
    message, wanted = keyed(case, "message", "hash")
    equal(sm3(message.encode()).hex(), wanted, "hash")


# notes.json

def key(case, file):
    name, kind, id_, vkey, private = keyed(case, "name", "type", "key_id", "vkey", "private_key")
    read = keys.parse_vkey(vkey)
    equal((read.name, read.type.hex(), read.id.hex()), (name, kind, id_), "name, type, id")
    equal(keys.parse_private(private)[:4], read[:4], "the public key of the private key")


def refused_key(case, file):
    _, vkey = keyed(case, "name", "vkey")
    refused(keys.parse_vkey, vkey)


def signature(case, file):
    _, vkey, text, blob, valid = keyed(case, "name", "vkey", "text", "blob", "valid")
    equal(keys.parse_vkey(vkey).signs(text.encode(), bytes.fromhex(blob)), valid, "valid")


def mixed_note(case, file):
    _, origin, note, accepted = keyed(case, "name", "origin", "note", "accepted")
    trusted = Policy(file["mixed"]["policy"].encode())
    try:
        trusted.accept(parse_note(note.encode()), origin)
    except Fault:
        return equal(False, accepted, "accepted")
    equal(True, accepted, "accepted")


def answer_200(case, file):
    text, signatures = keyed(case, "text", "signatures")
    equal([{"name": line.name, "key_id": line.id.hex(), "blob": line.blob.hex()}
           for line in city.parse_cosigned(text.encode())], signatures, "signatures")


def answer_409(case, file):
    text, size = keyed(case, "text", "size")
    equal(city.parse_conflict(text.encode()), size, "size")


def refused_200(case, file):
    refused(city.parse_cosigned, case.encode())


def refused_409(case, file):
    refused(city.parse_conflict, case.encode())


def trusted(file):
    return Policy(next(each for each in file["policies"] if each["name"] == "three of four")["text"].encode())


def checkpoint(case, file):
    note, origin, size, root, cosigned_by = keyed(case, "note", "origin", "size", "root", "cosigned_by")
    read, times = trusted(file).accept(parse_note(note.encode()), origin)
    equal((read.origin, read.size, read.root.hex()), (origin, size, root), "checkpoint")
    equal(list(times.items()), named_times(cosigned_by), "cosigned_by")


def cosigned_message(case, file):
    time, text, message = keyed(case, "time", "note_text", "message")
    equal(keys.cosigned_message(time, text.encode()).hex(), message, "message")


def policy(case, file):
    _, text, quorums, not_quorums = keyed(case, "name", "text", "quorums", "not_quorums")
    read = Policy(text.encode())
    for names in quorums:
        equal(read.satisfied(names), True, f"quorum of {names}")
    for names in not_quorums:
        equal(read.satisfied(names), False, f"quorum of {names}")


def refused_policy(case, file):
    refused(Policy, case.encode())


def time_bounds(case, file):
    name, cosigned_by, not_after, not_before = keyed(case, "policy", "cosigned_by", "not_after", "not_before")
    read = Policy(next(each for each in file["policies"] if each["name"] == name)["text"].encode())
    times = dict(named_times(cosigned_by))
    equal(read.not_after(times), not_after, "not_after")
    equal(read.not_before(times), not_before, "not_before")


def anchor_request(case, file):
    text, old = keyed(case, "text", "old")
    read = city.parse_request(text.encode())
    equal(read.old, old, "old")
    trusted(file).signers(read.note, read.checkpoint.origin)


def refused_note(case, file):
    refused(parse_note, case.encode())


def refused_checkpoint(case, file):
    refused(parse_checkpoint, case.encode())


def receipt(case, file):
    city.check_receipt(trusted(file), city.parse_receipt(case.encode()))


def refusal(case, file):
    city.check_refusal(trusted(file), city.parse_refusal(case.encode()))


# evidence.json and equivocation.json

def evidence_case(case, file):
    _, number, verdict, proved, data = keyed(case, "name", "policy", "verdict", "proved", "file")
    try:
        got = evidence.verify(Policy(file["policies"][number].encode()), base64.b64decode(data, validate=True))
    except Malformed as error:
        if verdict != "unreadable":
            raise Wrong(f"unreadable: {error}") from error
        return equal(None, proved, "proved")
    equal(got.outcome, verdict, f"verdict {got.findings}")
    findings, gateway, size, accepted_by, readings, complete = keyed(
        proved, "findings", "gateway", "size", "accepted_by", "readings", "complete")
    equal([finding.number for finding in got.findings], findings, "findings")
    shown = got.proved
    equal(shown and shown.checkpoint.origin, gateway, "gateway")
    equal(shown and shown.checkpoint.size, size, "size")
    equal(shown.accepted_by if shown else [], named_times(accepted_by), "accepted_by")
    equal([_reading(each, shown) for each in shown.readings] if shown else [], readings, "readings")
    equal([{"first": first, "last": last, "count": last - first + 1} for first, last in shown.complete] if shown else [], complete, "complete")


def _reading(subject, shown):
    calibration = subject.part("calibration")
    return {
        "index": subject.index, "channel": subject.entry["channel"], "value": subject.entry["value"],
        "certificate": calibration and calibration["certificate"],
        "not_before": subject.not_before, "not_after": shown.not_after,
    }


def equivocation_case(case, file):
    _, verdict, wanted, data = keyed(case, "name", "verdict", "shown", "file")
    try:
        got = equivocation.verify(Policy(file["policy"].encode()), base64.b64decode(data, validate=True))
    except Malformed as error:
        if verdict != "unreadable":
            raise Wrong(f"unreadable: {error}") from error
        return equal(None, wanted, "shown")
    equal("not_proved" if got.fault else "proved", verdict, f"verdict {got.fault}")
    fault, origin, checkpoints = keyed(wanted, "fault", "origin", "checkpoints")
    equal(got.fault and got.fault.number, fault, "fault")
    equal(got.origin, origin, "origin")
    equal([{"size": each.size, "root": each.root.hex(),
            "accepted_by": [{"department": name, "time": time} for name, time in times]}
           for each, times in got.checkpoints], checkpoints, "checkpoints")
