"""COSE receipts and signed entries (section 17): the log's own word, for whoever verifies with COSE (RFC 9942)."""

from typing import NamedTuple

from . import cbor, ed25519, entries, keys, p256, tree
from .errors import require
from .origin import sha256
from .text import utf8

TAG = b"\xd2"
ALGORITHMS = {-8: keys.ED25519, -7: keys.ECDSA}      # EdDSA, ES256
ALG, KID, RECEIPTS, STRUCTURE, PROOFS, SIZE = 1, 4, 394, 395, 396, -65537
INCLUSION, CONSISTENCY = -1, -2
MAX_RECEIPT, MAX_SIGNED_ENTRY = 4096, 65536


class Signed(NamedTuple):
    protected: bytes
    alg: int
    kid: bytes
    headers: dict
    unprotected: dict
    payload: bytes | None
    signature: bytes

    def names(self, key):
        """Whether alg and kid are this key's."""
        return ALGORITHMS[self.alg] == key.type and self.kid == f"{key.name}+{key.id.hex()}".encode("utf-8")

    def signed_by(self, key, payload):
        """Whether a key made the signature over Sig_structure (RFC 9052 section 4.4) with this payload."""
        if not self.names(key):
            return False
        message = cbor.encode(["Signature1", self.protected, b"", payload])
        check = ed25519.verify if key.type == keys.ED25519 else p256.verify_fixed
        return check(key.public, message, self.signature)


def _map(item, labels, what):
    require(isinstance(item, cbor.Pairs) and all(type(label) is int for label, _ in item), what)
    values = dict(item)
    require(set(values) == set(labels), what)
    return values


def _sign1(data, protected_labels, unprotected_label):
    require(data.startswith(TAG), "no COSE_Sign1 tag")
    items = cbor.decode(data[1:])
    require(type(items) is list and len(items) == 4, "not an array of four")
    protected, unprotected, payload, signature = items
    require(type(protected) is bytes, "protected headers")
    headers = _map(cbor.decode(protected), protected_labels, "the labels of the protected headers")
    alg, kid = headers[ALG], headers[KID]
    require(type(alg) is int and alg in ALGORITHMS, "another algorithm")
    require(type(kid) is bytes, "a kid")
    utf8(kid)
    require(payload is None or type(payload) is bytes, "a payload")
    require(type(signature) is bytes and len(signature) == 64, "a signature of 64 bytes")
    return Signed(protected, alg, kid, headers, _map(unprotected, [unprotected_label], "the unprotected headers"),
                  payload, signature)


class Receipt(NamedTuple):
    signed: Signed
    kind: int
    size: int
    number: int                 # the index, or the old size
    path: list

    def proves_inclusion(self, key, entry):
        """The root under which the key's log holds the entry at `number`, or None."""
        if self.kind != INCLUSION:
            return None
        root = tree.root_of_path(sha256, tree.leaf(sha256, entry), self.number, self.size, self.path)
        return root if root is not None and self.signed.signed_by(key, root) else None

    def proves_consistency(self, key, old_root):
        """The root of the larger tree, which begins with the smaller, or None."""
        if self.kind != CONSISTENCY:
            return None
        roots = tree.roots_of_consistency(sha256, self.number, self.size, old_root, self.path)
        return roots[1] if roots and roots[0] == old_root and self.signed.signed_by(key, roots[1]) else None


def parse_receipt(data):
    require(len(data) <= MAX_RECEIPT, "a receipt of more than 4,096 bytes")
    signed = _sign1(data, (ALG, KID, STRUCTURE, SIZE), PROOFS)
    require(signed.headers[STRUCTURE] == 1, "another data structure than RFC9162_SHA256")
    require(signed.payload is None, "a payload that is not detached")
    proofs = signed.unprotected[PROOFS]
    require(isinstance(proofs, cbor.Pairs) and len(proofs) == 1, "one kind of proof")
    kind, list_ = proofs[0]
    require(type(kind) is int and kind in (INCLUSION, CONSISTENCY), "another kind of proof")
    require(type(list_) is list and len(list_) == 1 and type(list_[0]) is bytes, "one proof")
    proof = cbor.decode(list_[0])
    require(type(proof) is list and len(proof) == 3, "a proof of three items")
    one, two, path = proof
    require(all(type(each) is int and 0 <= each < 1 << 63 for each in (one, two)), "a size or an index")
    require(type(path) is list and 1 <= len(path) <= tree.MAX_PATH, "1 to 63 hashes")
    require(all(type(each) is bytes and len(each) == 32 for each in path), "hashes of 32 bytes")
    size, number = (one, two) if kind == INCLUSION else (two, one)
    require(signed.headers[SIZE] == size and type(signed.headers[SIZE]) is int, "another size in the header")
    require(number < size >= 2 if kind == INCLUSION else 1 <= number < size, "an index or a size out of range")
    return Receipt(signed, kind, size, number, path)


def parse_signed_entry(data):
    """(signed, receipt) of an entry with its receipt."""
    require(len(data) <= MAX_SIGNED_ENTRY, "a signed entry of more than 65,536 bytes")
    signed = _sign1(data, (ALG, KID), RECEIPTS)
    require(signed.payload is not None, "no payload")
    receipts = signed.unprotected[RECEIPTS]
    require(type(receipts) is list and len(receipts) == 1 and type(receipts[0]) is bytes, "one receipt")
    receipt = parse_receipt(receipts[0])
    require(receipt.kind == INCLUSION, "a receipt that is not of inclusion")
    require(receipt.signed.kid == signed.kid, "a receipt of another key")
    return signed, receipt


class Verdict(NamedTuple):
    fault: str | None           # key_unknown, not_signed
    receipt: Receipt
    entry: bytes
    root: bytes | None


def judge(policy, signed, receipt):
    """(fault, root) of a signed entry and its receipt: None and the root that a log of the policy signed, or key_unknown, not_signed."""
    key = next((key for key in policy.logs.values() if receipt.signed.names(key)), None)
    if key is None:
        return "key_unknown", None
    root = receipt.proves_inclusion(key, signed.payload) if signed.signed_by(key, signed.payload) else None
    return (None if root else "not_signed"), root


def verify(policy, data):
    """Whether a log of the policy signed the entry in a file, and a tree that holds it; Malformed if unreadable."""
    signed, receipt = parse_signed_entry(data)
    entries.decode(signed.payload)
    fault, root = judge(policy, signed, receipt)
    return Verdict(fault, receipt, signed.payload, root)
