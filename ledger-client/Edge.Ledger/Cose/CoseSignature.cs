using Edge.Ledger.Keys;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>Signatures of note keys in the form COSE wants them: 64 bytes for either algorithm.</summary>
internal static class CoseSignature
{
    public const int Size = 64;

    /// <summary>Null when COSE has no algorithm for the keys of a type.</summary>
    public static CoseAlgorithm? AlgorithmOf(KeyType type) => type switch
    {
        KeyType.Ed25519 => CoseAlgorithm.EdDsa,
        _ => null,
    };

    public static byte[] Sign(NoteSigner log, ReadOnlySpan<byte> message) => log.Sign(message).Blob.ToArray();

    public static bool Verify(VerifierKey log, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => log.Verify(message, signature);
}
