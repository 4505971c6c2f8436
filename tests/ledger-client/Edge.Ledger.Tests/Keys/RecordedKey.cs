using Edge.Ledger.Keys;

namespace Edge.Ledger.Tests.Keys;

/// <summary>A key of a type that signs with a random number, and what it signed once: the same bytes on every run.</summary>
/// <param name="signatures">In hex, in any order.</param>
internal sealed class RecordedKey(ISigningKey key, IVerifyingKey verifying, params string[] signatures) : ISigningKey
{
    private readonly byte[][] _signatures = [.. signatures.Select(Convert.FromHexString)];

    public ReadOnlySpan<byte> PublicKey => key.PublicKey;

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        foreach (var signature in _signatures)
        {
            if (verifying.Verify(message, signature))
                return signature;
        }

        throw new InvalidOperationException($"Record this: {Convert.ToHexString(key.Sign(message))}");
    }

    public void Dispose() => key.Dispose();
}
