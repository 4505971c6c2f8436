"""SM3 (GB/T 32905-2016). hashlib has it only if the libcrypto below it does."""

_MASK = 0xFFFFFFFF
_START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)


def _rotate(word, count):
    count %= 32
    return (word << count | word >> (32 - count)) & _MASK


# T_j rotated by j, as every round wants it.
_T = [_rotate(0x79CC4519 if j < 16 else 0x7A879D8A, j) for j in range(64)]


def sm3(data):
    """The digest, 32 bytes."""
    padded = data + b"\x80" + bytes(-(len(data) + 9) % 64) + (8 * len(data)).to_bytes(8, "big")
    state = _START
    for at in range(0, len(padded), 64):
        state = _compress(state, padded[at:at + 64])
    return b"".join(word.to_bytes(4, "big") for word in state)


def _compress(state, block):
    w = [int.from_bytes(block[4 * j:4 * j + 4], "big") for j in range(16)]
    for j in range(16, 68):
        x = w[j - 16] ^ w[j - 9] ^ _rotate(w[j - 3], 15)
        w.append(x ^ _rotate(x, 15) ^ _rotate(x, 23) ^ _rotate(w[j - 13], 7) ^ w[j - 6])
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        ss1 = _rotate(_rotate(a, 12) + e + _T[j] & _MASK, 7)
        ss2 = ss1 ^ _rotate(a, 12)
        if j < 16:
            ff, gg = a ^ b ^ c, e ^ f ^ g
        else:
            ff, gg = a & b | a & c | b & c, e & f | ~e & g & _MASK
        tt1 = ff + d + ss2 + (w[j] ^ w[j + 4]) & _MASK
        tt2 = gg + h + ss1 + w[j] & _MASK
        a, b, c, d = tt1, a, _rotate(b, 9), c
        e, f, g, h = tt2 ^ _rotate(tt2, 9) ^ _rotate(tt2, 17), e, _rotate(f, 19), g
    return tuple(x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h)))
