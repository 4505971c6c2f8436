"""An independent verifier of edge-spec 1, written from SPEC.md and its vectors alone.

Python 3.11, standard library only. One module, one idea:

    text, cbor                     the two alphabets everything is written in
    sm3, ed25519, weierstrass,
    p256, sm2                      the functions that hashlib may not have
    origin, keys, notes, policy    who speaks, and whom the reader trusts
    tree, entries, city            what a gateway and its city write
    evidence, evidence1, evidence2,
    equivocation, cose             the files, and what they prove
    tiles, folder, review, audit   a whole log in a folder
    report, __main__, vectors      the commands
"""
