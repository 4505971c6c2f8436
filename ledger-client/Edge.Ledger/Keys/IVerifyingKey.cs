namespace Edge.Ledger.Keys;

/// <summary>A public key that checks signatures. Safe for concurrent use.</summary>
public interface IVerifyingKey
{
    /// <summary>The key, encoded as verifier keys carry it.</summary>
    ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Whether this is the key's signature over the message, in its one form. Total: any bytes may be asked about.</summary>
    bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
