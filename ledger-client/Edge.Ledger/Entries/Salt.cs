using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Edge.Ledger.Entries;

/// <summary>
/// The 128-bit salt that keeps an undisclosed entry from being guessed out of its leaf hash:
/// the first 16 bytes of HMAC-SHA-256(device secret, u64 index big-endian).
/// </summary>
public static class Salt
{
    public const int Size = 16;

    /// <param name="salt">Room for 16 bytes.</param>
    public static void Derive(ReadOnlySpan<byte> secret, ulong index, Span<byte> salt)
    {
        Span<byte> message = stackalloc byte[8];
        Span<byte> mac = stackalloc byte[32];
        BinaryPrimitives.WriteUInt64BigEndian(message, index);
        HMACSHA256.HashData(secret, message, mac);
        mac[..Size].CopyTo(salt);
    }
}
