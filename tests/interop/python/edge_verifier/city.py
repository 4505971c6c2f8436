"""What a city writes (sections 7 to 9): anchors, blocks, receipts, refusals, and the request for a cosignature."""

from typing import NamedTuple

from . import tree
from .errors import Fault, require
from .keys import COSIGNATURE
from .notes import Checkpoint, Note, parse_checkpoint, parse_note, parse_signatures
from .origin import parse as parse_origin
from .origin import sha256
from .text import decimal, lines, unbase64, utf8

MAX_EXTRA = 32768
ANCHOR = b"edge-anchor/v1\n"


class Proof(NamedTuple):
    """A c2sp.org/tlog-proof@v1."""
    extra: bytes | None
    index: int
    path: list
    note: Note


def parse_proof(data):
    head, separator, note = data.partition(b"\n\n")
    require(separator, "no empty line before the checkpoint")
    fields = utf8(head).split("\n")
    require(fields[0] == "c2sp.org/tlog-proof@v1", "not a tlog-proof")
    at, extra = 1, None
    require(len(fields) > at, "no index")
    if fields[at].startswith("extra "):
        require(len(fields[at]) <= 6 + (MAX_EXTRA + 2) // 3 * 4, "extra of more than 32,768 bytes")
        extra = unbase64(fields[at][6:])
        require(len(extra) <= MAX_EXTRA, "extra of more than 32,768 bytes")
        at += 1
    require(len(fields) > at and fields[at].startswith("index "), "no index")
    index = decimal(fields[at][6:])
    hashes = fields[at + 1:]
    require(len(hashes) <= tree.MAX_PATH, "more than 63 hashes")
    return Proof(extra, index, [unbase64(each, 32) for each in hashes], parse_note(note))


class Receipt(NamedTuple):
    proof: Proof
    leaf: bytes                 # the anchor leaf
    anchor: Note                # the gateway's checkpoint in it
    checkpoint: Checkpoint
    block: Checkpoint


def parse_receipt(data):
    proof = parse_proof(data)
    require(proof.extra is not None and proof.extra.startswith(ANCHOR), "no anchor leaf")
    anchor = parse_note(proof.extra[len(ANCHOR):])
    return Receipt(proof, proof.extra, anchor, parse_checkpoint(anchor.text), parse_checkpoint(proof.note.text))


def check_receipt(policy, receipt):
    """The steps 2 to 4 of section 11 for version 1: (anchor's times, block's times), or a Fault."""
    origin = parse_origin(receipt.checkpoint.origin)
    if origin is None or not origin.is_gateway:
        raise Fault(2, receipt.checkpoint.origin)
    _, times = policy.accept(receipt.anchor, receipt.checkpoint.origin)
    block_times = accept_block(policy, receipt.proof.note, origin.city, 7)
    implied = tree.root_of_path(sha256, tree.leaf(sha256, receipt.leaf), receipt.proof.index,
                                receipt.block.size, receipt.proof.path)
    if implied != receipt.block.root:
        raise Fault(8, "the path does not lead from the anchor to the block")
    return times, block_times


def accept_block(policy, note, city, number):
    """The cosigners' times of a block's final note accepted for a city; else Fault `number`."""
    try:
        return policy.accept(note, city)[1]
    except Fault as fault:
        raise Fault(number, fault.detail, fault.cause) from fault


def block_hash(note):
    return sha256(note.bytes)


class Header(NamedTuple):
    height: int
    time: int
    previous: bytes


def parse_header(data):
    """A block's last leaf."""
    fields = lines(utf8(data))
    require(len(fields) == 4 and fields[0] == "edge-block/v1", "not a block header")
    height, time, previous = (_after(field, word) for field, word in zip(fields[1:], ("height", "time", "previous")))
    return Header(decimal(height), decimal(time), unbase64(previous, 32))


def parse_block(data):
    """A block on the wire: (proof, header)."""
    proof = parse_proof(data)
    require(proof.extra is not None, "no header leaf")
    header = parse_header(proof.extra)
    require(proof.index == parse_checkpoint(proof.note.text).size - 1, "the header is not the last leaf")
    return proof, header


class Refusal(NamedTuple):
    note: Note
    origin: str
    status: int
    size: int
    root: bytes
    known: Note | None
    reason: str


def _after(line, word):
    require(line.startswith(word + " "), f"no {word}")
    return line[len(word) + 1:]


def parse_refusal(data):
    note = parse_note(data)
    fields = lines(utf8(note.text))
    require(len(fields) in (5, 6) and fields[0] == "edge-refusal/v1", "not a refusal")
    status = _after(fields[2], "status")
    require(status in ("400", "403", "404", "409", "422"), "a status")
    size, separator, root = _after(fields[3], "checkpoint").partition(" ")
    require(separator, "no root")
    known = None
    if len(fields) == 6:
        known = parse_note(unbase64(_after(fields[4], "known")))
        require(parse_checkpoint(known.text).origin == fields[1], "a known checkpoint of another log")
    return Refusal(note, fields[1], int(status), decimal(size), unbase64(root, 32), known, _after(fields[-1], "reason"))


def check_refusal(policy, refusal):
    """(department, time) of a refusal signed by one department of the policy, and by nobody else; else Fault 5."""
    signed = _cosigners(policy, refusal.note)
    if len(signed) != 1 or len(refusal.note.signatures) != 1:
        raise Fault(5, "not signed by one department alone")
    return signed[0]


def _cosigners(policy, note):
    found = {}
    for line in note.signatures:
        for name, key in policy.witnesses.items():
            if (key.name, key.id) == (line.name, line.id) and key.type == COSIGNATURE:
                time = key.cosigns(note.text, line.blob)
                if time is None:
                    raise Fault(5, f"a signature of {name} is wrong")
                found[name] = time
    return list(found.items())


class Request(NamedTuple):
    """The body of an add-checkpoint request (c2sp.org/tlog-witness)."""
    old: int
    path: list
    note: Note
    checkpoint: Checkpoint


def parse_request(data):
    head, separator, rest = data.partition(b"\n\n")
    require(separator, "no empty line before the checkpoint")
    fields = utf8(head).split("\n")
    old = decimal(_after(fields[0], "old"))
    require(len(fields) - 1 <= tree.MAX_PATH, "more than 63 hashes")
    note = parse_note(rest)
    return Request(old, [unbase64(each, 32) for each in fields[1:]], note, parse_checkpoint(note.text))


def parse_cosigned(data):
    """The body of an answer with status 200: signature lines."""
    return parse_signatures(data)


def parse_conflict(data):
    """The body of an answer with status 409: the size that the witness knows."""
    fields = lines(utf8(data))
    require(len(fields) == 1, "not one line")
    return decimal(fields[0])
