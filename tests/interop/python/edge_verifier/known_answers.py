"""Known answers of the standards, for what the vectors of SPEC.md may not reach:  python3 -m edge_verifier.known_answers"""

from . import ed25519, p256, sm2
from .sm3 import sm3


def der(r, s):
    """SEQUENCE { INTEGER r, INTEGER s }."""
    def integer(value):
        body = value.to_bytes(value.bit_length() // 8 + 1, "big")
        return b"\x02" + bytes([len(body)]) + body
    body = integer(r) + integer(s)
    return b"\x30" + bytes([len(body)]) + body


def answers():
    """(name, whether it comes out) of each."""
    yield "SM3 of abc (GB/T 32905 A.1)", sm3(b"abc").hex() == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
    yield "SM3 of 64 bytes (GB/T 32905 A.2)", sm3(b"abcd" * 16).hex() == (
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")

    public = sm2.public_key(0x3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8)
    r = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
    s = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
    yield "SM2 signature (GB/T 32918.5 A.2)", sm2.verify(public, b"message digest", der(r, s))
    yield "SM2 signature of another text", not sm2.verify(public, b"message digesT", der(r, s))
    yield "SM2 s of n or more", not sm2.verify(public, b"message digest", der(r, s + sm2.CURVE.n))

    public = p256.public_key(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721)
    r = 0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
    s = 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8
    signature = der(r, s)
    yield "P-256 signature (RFC 6979 A.2.5)", p256.verify(public, b"sample", signature)
    yield "P-256 signature with n - s", p256.verify(public, b"sample", der(r, p256.CURVE.n - s))
    yield "P-256 signature of another text", not p256.verify(public, b"test", signature)
    yield "P-256 bytes after the end", not p256.verify(public, b"sample", signature + b"\0")
    yield "P-256 r || s", p256.verify_fixed(public, b"sample", r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    public = ed25519.public_key(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    yield "Ed25519 key (RFC 8032 7.1)", public.hex() == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    signature = bytes.fromhex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                              "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
    yield "Ed25519 signature (RFC 8032 7.1)", ed25519.verify(public, b"", signature)
    s = int.from_bytes(signature[32:], "little") + 2**252 + 27742317777372353535851937790883648493
    yield "Ed25519 S of the order or more", not ed25519.verify(public, b"", signature[:32] + s.to_bytes(32, "little"))


def main():
    wrong = [name for name, right in answers() if not right]
    for name in wrong:
        print(name)
    print(f"{len(list(answers())) - len(wrong)} known answers passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
