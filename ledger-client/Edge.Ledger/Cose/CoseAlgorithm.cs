namespace Edge.Ledger.Cose;

/// <summary>Signature algorithms a receipt may name (RFC 9053 section 2).</summary>
public enum CoseAlgorithm
{
    /// <summary>Ed25519: note keys of type 01.</summary>
    EdDsa = -8,

    /// <summary>ECDSA over P-256 with SHA-256: note keys of type 02.</summary>
    Es256 = -7,
}
