"""Section 18: evidence files in the texts of QR codes."""

import hashlib
import re

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
MAX_CHARACTERS, MAX_PARTS = 4296, 16


class Refused(Exception):
    """Texts that tell no file, and why."""


def base45(text):
    """RFC 9285."""
    out = bytearray()
    for at in range(0, len(text), 3):
        group = text[at:at + 3]
        if len(group) == 1 or any(sign not in ALPHABET for sign in group):
            raise Refused("code_damaged")
        value, size = sum(ALPHABET.index(sign) * 45 ** i for i, sign in enumerate(group)), len(group) - 1
        if value >= 256 ** size:
            raise Refused("code_damaged")
        out += value.to_bytes(size, "big")
    return bytes(out)


def part(text):
    """What one code tells: (place, count, digest, bytes); a whole file is part 1 of 1 without a digest."""
    form = re.match("EDGE([0-9]{1,9})[:/]", text)
    if not form:
        raise Refused("code_address" if re.match("https?://", text, re.IGNORECASE) else "code_other")
    if form[1] != "1":
        raise Refused("code_newer")
    found = re.fullmatch("EDGE1(?:/([1-9][0-9]?)/([1-9][0-9]?)/([0-9A-F]{8}))?:(.*)", text, re.DOTALL)
    if not found or len(text) > MAX_CHARACTERS:
        raise Refused("code_damaged")
    place, count, digest = int(found[1] or 1), int(found[2] or 1), found[3]
    if place > count or count > MAX_PARTS or (digest and count < 2):
        raise Refused("code_damaged")
    return place, count, digest, base45(found[4])


def read(texts):
    """The file that some codes, in any order and as often as they were read, tell."""
    files = {}
    for place, count, digest, data in map(part, texts):
        files.setdefault((count, digest or data), {})[place] = data
    if len(files) > 1:
        raise Refused("several_codes")
    ((count, digest), parts), = files.items()
    if len(parts) < count:
        raise Refused("parts_missing")
    file = b"".join(parts[place] for place in sorted(parts))
    if count > 1 and hashlib.sha256(file).hexdigest()[:8].upper() != digest:
        raise Refused("parts_differ")
    return file
