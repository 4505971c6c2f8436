using System.Security.Cryptography;

namespace Edge.Ledger.Keys;

/// <summary>An Ed25519 private key (RFC 8032). Safe for concurrent use.</summary>
public sealed class Ed25519PrivateKey : ISigningKey
{
    public const int SeedSize = 32;

    private readonly EvpKey _key;
    private readonly byte[] _public = new byte[Ed25519PublicKey.Size];

    /// <param name="seed">The 32-byte private key of RFC 8032 section 5.1.5.</param>
    /// <exception cref="MalformedException">Not 32 bytes.</exception>
    public Ed25519PrivateKey(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedSize)
            throw new MalformedException($"an Ed25519 private key has {SeedSize} bytes, not {seed.Length}");
        _key = LibCrypto.NewRawPrivateKey(LibCrypto.Ed25519, 0, seed, (nuint)seed.Length);
        nuint length = Ed25519PublicKey.Size;
        if (_key.IsInvalid || LibCrypto.GetRawPublicKey(_key, _public, ref length) != 1)
            throw new CryptographicException("libcrypto does not take an Ed25519 key.");
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> PublicKey => _public;

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519PublicKey.SignatureSize];
        Sign(message, signature);
        return signature;
    }

    /// <param name="signature">Room for 64 bytes.</param>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        var context = LibCrypto.NewContext();
        try
        {
            nuint length = Ed25519PublicKey.SignatureSize;
            if (LibCrypto.SignInit(context, 0, 0, 0, _key) != 1
                || LibCrypto.Sign(context, signature, ref length, message, (nuint)message.Length) != 1)
                throw new CryptographicException("libcrypto could not sign.");
        }
        finally
        {
            LibCrypto.FreeContext(context);
        }
    }

    public void Dispose() => _key.Dispose();
}
