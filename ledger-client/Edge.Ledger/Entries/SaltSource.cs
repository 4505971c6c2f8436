using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Edge.Ledger.Entries;

/// <summary>The salts of one log, as <see cref="Salt"/> defines them, with the secret's key schedule kept: less than half the time. One thread at a time.</summary>
public sealed class SaltSource(ReadOnlySpan<byte> secret) : IDisposable
{
    private readonly IncrementalHash _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

    /// <param name="salt">Room for 16 bytes.</param>
    public void Derive(ulong index, Span<byte> salt)
    {
        Span<byte> message = stackalloc byte[sizeof(ulong)];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt64BigEndian(message, index);
        _mac.AppendData(message);
        _ = _mac.GetHashAndReset(mac);
        mac[..Salt.Size].CopyTo(salt);
    }

    public void Dispose() => _mac.Dispose();
}
