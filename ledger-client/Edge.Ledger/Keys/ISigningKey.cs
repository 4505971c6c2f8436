namespace Edge.Ledger.Keys;

/// <summary>A private key that signs: one in memory, or one that a secure element keeps and never gives out. Safe for concurrent use.</summary>
public interface ISigningKey : IDisposable
{
    /// <summary>The public key, encoded as verifier keys carry it.</summary>
    ReadOnlySpan<byte> PublicKey { get; }

    /// <summary>The signature over a message, encoded as signature lines carry it.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key cannot sign now.</exception>
    byte[] Sign(ReadOnlySpan<byte> message);
}
