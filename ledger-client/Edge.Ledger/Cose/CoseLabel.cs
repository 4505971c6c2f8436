namespace Edge.Ledger.Cose;

/// <summary>Tag, header labels and proof types (RFC 9052 section 3.1, RFC 9942 sections 2 and 5).</summary>
internal static class CoseLabel
{
    public const ulong Sign1Tag = 18;

    public const long Algorithm = 1;
    public const long KeyId = 4;
    public const long Receipts = 394;
    public const long Structure = 395;
    public const long Proofs = 396;

    /// <summary>Private use (RFC 9052 section 11.1): the size of the tree whose root is signed, which RFC 9942 leaves outside the signature.</summary>
    public const long TreeSize = -65537;

    /// <summary>The verifiable data structure RFC9162_SHA256.</summary>
    public const ulong Rfc9162Sha256 = 1;

    public const long InclusionProofs = -1;
    public const long ConsistencyProofs = -2;
}
