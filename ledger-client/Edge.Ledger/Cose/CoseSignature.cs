using System.Formats.Asn1;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>Signatures of note keys in the form COSE wants them: 64 bytes for either algorithm; ECDSA as r || s (RFC 9053 section 2.1) where notes have DER.</summary>
internal static class CoseSignature
{
    public const int Size = 2 * ScalarSize;

    private const int ScalarSize = 32;

    /// <summary>Null when COSE has no algorithm for the keys of a type.</summary>
    public static CoseAlgorithm? AlgorithmOf(KeyType type) => type switch
    {
        KeyType.Ed25519 => CoseAlgorithm.EdDsa,
        KeyType.EcdsaP256 => CoseAlgorithm.Es256,
        _ => null,
    };

    public static byte[] Sign(NoteSigner log, ReadOnlySpan<byte> message)
    {
        var blob = log.Sign(message).Blob;
        return log.Verifier.Type == KeyType.EcdsaP256 ? FromDer(blob) : blob.ToArray();
    }

    /// <param name="signature">64 bytes.</param>
    public static bool Verify(VerifierKey log, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        log.Verify(message, log.Type == KeyType.EcdsaP256 ? ToDer(signature) : signature);

    private static byte[] FromDer(ReadOnlyMemory<byte> der)
    {
        var signature = new byte[Size];
        var sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        foreach (var end in (ReadOnlySpan<int>)[ScalarSize, Size])
        {
            var scalar = sequence.ReadIntegerBytes().Span.TrimStart((byte)0);
            scalar.CopyTo(signature.AsSpan(end - scalar.Length));
        }

        return signature;
    }

    private static byte[] ToDer(ReadOnlySpan<byte> signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Shortest(signature[..ScalarSize]));
            writer.WriteIntegerUnsigned(Shortest(signature[ScalarSize..]));
        }

        return writer.Encode();
    }

    private static ReadOnlySpan<byte> Shortest(ReadOnlySpan<byte> scalar) => scalar.TrimStart((byte)0) is { IsEmpty: false } shortest ? shortest : scalar[..1];
}
