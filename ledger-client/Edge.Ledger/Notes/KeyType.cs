namespace Edge.Ledger.Notes;

/// <summary>Signature types of c2sp.org/signed-note, by their first byte. Signatures of other types are carried and ignored as unknown.</summary>
public enum KeyType : byte
{
    /// <summary>Ed25519 over the note text.</summary>
    Ed25519 = 0x01,

    /// <summary>ECDSA on P-256 over the SHA-256 of the note text.</summary>
    EcdsaP256 = 0x02,

    /// <summary>Timestamped Ed25519 cosignature/v1 (c2sp.org/tlog-cosignature).</summary>
    Ed25519Cosignature = 0x04,

    /// <summary>SM2 over the SM3 of the note text. Has no byte of its own: FF is followed by an identifier, see <see cref="KeyTypes.Tag"/>.</summary>
    Sm2 = 0xFF,
}
