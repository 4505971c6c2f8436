"""The checks of what a city writes, of limits, origins and private keys: sections of notes.json."""

from . import city, keys, origin
from .checks import Wrong, equal, keyed, refused, trusted
from .errors import Fault, Malformed
from .notes import parse_note
from .policy import Policy
from .tree import leaf, root_of_path

CITY, GATEWAY = "city.example", "city.example/gw-1"
FORMS = {"note": parse_note, "policy": Policy, "proof": city.parse_proof, "request": city.parse_request,
         "answer": city.parse_cosigned}


def _disbelieved(check, *arguments):
    try:
        check(*arguments)
    except (Malformed, Fault):
        return
    raise Wrong("believed")


def refused_private_key(case, file):
    _, text = keyed(case, "name", "private_key")
    refused(keys.parse_private, text)


def note(case, file):
    data, text, signatures = keyed(case, "note", "text", "signatures")
    read = parse_note(data.encode())
    equal((read.text, len(read.signatures)), (text.encode(), signatures), "text, signatures")


def limit(case, file):
    form, _, head, piece, times, tail, read = keyed(case, "form", "name", "head", "piece", "times", "tail", "read")
    data = (head + piece * times + tail).encode()
    FORMS[form](data) if read else refused(FORMS[form], data)


def origin_(case, file):
    equal(origin.parse(case) is not None, True, "an origin")


def refused_origin(case, file):
    equal(origin.parse(case), None, "an origin")


def _believe_block(policy, data):
    proof, header = city.parse_block(data)
    city.accept_block(policy, proof.note, CITY, 7)
    block = city.parse_checkpoint(proof.note.text)
    if root_of_path(origin.sha256, leaf(origin.sha256, proof.extra), proof.index, block.size, proof.path) != block.root:
        raise Fault(8, "the header is not in the block")
    return proof, header


def block(case, file):
    text, height, time, previous, hash_ = keyed(case, "text", "height", "time", "previous", "hash")
    proof, header = _believe_block(trusted(file), text.encode())
    equal((header.height, header.time, header.previous.hex()), (height, time, previous), "height, time, previous")
    equal(city.block_hash(proof.note).hex(), hash_, "hash")


def refused_block(case, file):
    _, text = keyed(case, "name", "text")
    _disbelieved(_believe_block, trusted(file), text.encode())


def _believe_receipt(policy, data):
    receipt = city.parse_receipt(data)
    if receipt.checkpoint.origin != GATEWAY:
        raise Fault(3, "a checkpoint of another log")
    city.check_receipt(policy, receipt)


def refused_receipt(case, file):
    _, text = keyed(case, "name", "text")
    _disbelieved(_believe_receipt, trusted(file), text.encode())


def refused_request(case, file):
    _, text = keyed(case, "name", "text")
    refused(city.parse_request, text.encode())


def refusal(case, file):
    _, text, *wanted = keyed(case, "name", "text", "origin", "status", "size", "reason")
    read = city.parse_refusal(text.encode())
    equal([read.origin, read.status, read.size, read.reason], wanted, "origin, status, size, reason")
    city.check_refusal(trusted(file), read)


def refused_refusal(case, file):
    _, text = keyed(case, "name", "text")
    _disbelieved(lambda: city.check_refusal(trusted(file), city.parse_refusal(text.encode())))


CITY_NOTES = {
    "refused_private_keys": refused_private_key, "notes": note, "limits": limit, "origins": origin_,
    "refused_origins": refused_origin, "block": block, "refused_blocks": refused_block,
    "refused_receipts": refused_receipt, "refused_requests": refused_request, "refusals": refusal,
    "refused_refusals": refused_refusal,
}
