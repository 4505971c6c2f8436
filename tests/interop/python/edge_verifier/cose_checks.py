"""The checks of cose.json."""

from types import SimpleNamespace

from . import cose, keys
from .checks import equal, hexed, keyed, refused


def proved(place):
    """Checks of what a key proves, which is in the file itself or in one of its sections."""
    def vkey(file):
        return keys.parse_vkey((file[place] if place else file)["vkey"])

    def inclusion(case, file):
        index, size, data, root, receipt_ = keyed(case, "index", "size", "entry", "root", "receipt")
        read = cose.parse_receipt(bytes.fromhex(receipt_))
        equal((read.number, read.size), (index, size), "index, size")
        equal(hexed(read.proves_inclusion(vkey(file), bytes.fromhex(data))), root, "root")

    def consistency(case, file):
        old, size, old_root, root, receipt_ = keyed(case, "old", "size", "old_root", "root", "receipt")
        read = cose.parse_receipt(bytes.fromhex(receipt_))
        equal((read.number, read.size), (old, size), "old, size")
        equal(hexed(read.proves_consistency(vkey(file), bytes.fromhex(old_root))), root, "root")

    def signed_entry(case, file):
        index, size, data, root, signed_ = keyed(case, "index", "size", "entry", "root", "file")
        signed, read = cose.parse_signed_entry(bytes.fromhex(signed_))
        equal(signed.payload.hex(), data, "payload")
        equal(_entry_root(vkey(file), signed, read), root, "root")
        equal((read.number, read.size), (index, size), "index, size")

    return {"vkey": None, "inclusion": inclusion, "consistency": consistency, "signed_entries": signed_entry}


def _entry_root(vkey, signed, read):
    return hexed(read.proves_inclusion(vkey, signed.payload)) if signed.signed_by(vkey, signed.payload) else None


def not_proved(case, file):
    _, data, receipt_ = keyed(case, "name", "entry", "receipt")
    read = cose.parse_receipt(bytes.fromhex(receipt_))
    equal(read.proves_inclusion(keys.parse_vkey(file["vkey"]), bytes.fromhex(data)), None, "proved")


def not_proved_entry(case, file):
    _, signed_ = keyed(case, "name", "file")
    signed, read = cose.parse_signed_entry(bytes.fromhex(signed_))
    key = keys.parse_vkey(file["vkey"])
    equal(_entry_root(key, signed, read), None, "proved")
    equal(cose.judge(SimpleNamespace(logs={key.name: key}), signed, read), ("not_signed", None), "fault")


def refused_receipt(case, file):
    _, receipt_ = keyed(case, "name", "receipt")
    refused(cose.parse_receipt, bytes.fromhex(receipt_))


def refused_entry(case, file):
    _, signed_ = keyed(case, "name", "file")
    refused(cose.parse_signed_entry, bytes.fromhex(signed_))


COSE = proved(None) | {"es256": proved("es256"), "not_proved": not_proved, "refused": refused_receipt,
                       "not_proved_entries": not_proved_entry, "refused_entries": refused_entry}
