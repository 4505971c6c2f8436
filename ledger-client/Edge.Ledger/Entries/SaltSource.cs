using System.Buffers.Binary;
using System.Security.Cryptography;
using Edge.Ledger.Merkle.Lanes;

namespace Edge.Ledger.Entries;

/// <summary>The salts of one log, as <see cref="Salt"/> defines them, with the secret's key schedule kept; many at a time where the processor has vectors. One thread at a time.</summary>
public sealed class SaltSource(ReadOnlySpan<byte> secret) : IDisposable
{
    private readonly IncrementalHash _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
    private readonly LaneMac? _wide = LaneMac.Widest(secret);

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

    /// <summary>The salts of neighbouring entries, one after the other.</summary>
    /// <param name="first">Index of the first.</param>
    /// <param name="salts">Room for 16 bytes each; best for a multiple of 32.</param>
    public unsafe void DeriveAll(ulong first, Span<byte> salts)
    {
        if (_wide is not null)
        {
            for (; salts.Length >= _wide.Count * Salt.Size; salts = salts[(_wide.Count * Salt.Size)..], first += (ulong)_wide.Count)
            {
                fixed (byte* codes = salts)
                    _wide.Derive(first, codes);
            }
        }

        for (; salts.Length >= Salt.Size; salts = salts[Salt.Size..])
            Derive(first++, salts[..Salt.Size]);
    }

    public void Dispose() => _mac.Dispose();
}
