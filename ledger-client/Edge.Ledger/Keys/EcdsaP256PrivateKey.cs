using System.Security.Cryptography;

namespace Edge.Ledger.Keys;

/// <summary>An ECDSA private key on P-256, signing over SHA-256. Safe for concurrent use if the <see cref="ECDsa"/> behind it is.</summary>
public sealed class EcdsaP256PrivateKey : ISigningKey
{
    private readonly ECDsa _key;
    private readonly byte[] _spki;

    /// <param name="key">Any key on P-256, also one inside a secure element that can only be asked to sign. Disposed with this.</param>
    /// <exception cref="MalformedException">It is on another curve.</exception>
    public EcdsaP256PrivateKey(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key;
        _spki = key.ExportSubjectPublicKeyInfo();
        if (!EcCurve.P256.IsSpki(_spki))
            throw new MalformedException("the ECDSA key is not on P-256");
    }

    /// <param name="scalar">32 bytes, big-endian, in [1, n - 1].</param>
    /// <exception cref="MalformedException">Not such a number.</exception>
    public EcdsaP256PrivateKey(ReadOnlySpan<byte> scalar)
        : this(Import(scalar))
    {
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> PublicKey => _spki;

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> message) => _key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();

    private static ECDsa Import(ReadOnlySpan<byte> scalar)
    {
        if (!EcCurve.P256.IsPrivateKey(scalar))
            throw new MalformedException("an ECDSA P-256 private key is a number of 32 bytes from 1 to below the order of the curve");
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(EcCurve.P256.Pkcs8(scalar), out _);
        return key;
    }
}
