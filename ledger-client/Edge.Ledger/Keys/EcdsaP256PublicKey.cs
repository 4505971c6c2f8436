using System.Security.Cryptography;

namespace Edge.Ledger.Keys;

/// <summary>An ECDSA public key on P-256, for signatures over SHA-256 (FIPS 186-5 section 6). Safe for concurrent use.</summary>
public sealed class EcdsaP256PublicKey : IVerifyingKey
{
    private readonly ECDsa _key;
    private readonly byte[] _spki;

    /// <param name="spki">SubjectPublicKeyInfo (RFC 5480) in DER: named curve, uncompressed point, 91 bytes.</param>
    /// <exception cref="MalformedException">Not in that form, or no point of the curve.</exception>
    public EcdsaP256PublicKey(ReadOnlySpan<byte> spki)
    {
        if (!EcCurve.P256.IsSpki(spki))
            throw new MalformedException($"an ECDSA P-256 public key is a SubjectPublicKeyInfo of {EcCurve.P256.SpkiSize} bytes with an uncompressed point");
        _spki = spki.ToArray();
        try
        {
            _key = ECDsa.Create();
            _key.ImportSubjectPublicKeyInfo(spki, out _);
        }
        catch (CryptographicException e)
        {
            throw new MalformedException("the ECDSA public key is not a point of P-256", e);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Bytes => _spki;

    /// <inheritdoc/>
    /// <remarks>libcrypto itself takes r and s in DER alone, in their range; the tests hold it to that.</remarks>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        _key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
