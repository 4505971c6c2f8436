using System.Buffers;
using System.Security.Cryptography;

namespace Edge.Ledger.Merkle;

/// <summary>The hashes of an RFC 6962 tree (section 2.1): leaf SHA-256(00 || entry), node SHA-256(01 || left || right).</summary>
public static class TreeHasher
{
    private const int StackLimit = 512;

    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static Hash32 EmptyRoot { get; } = new(SHA256.HashData(ReadOnlySpan<byte>.Empty));

    public static Hash32 Leaf(ReadOnlySpan<byte> entry)
    {
        var length = entry.Length + 1;
        var rented = length > StackLimit ? ArrayPool<byte>.Shared.Rent(length) : null;
        var message = rented ?? stackalloc byte[StackLimit];
        message[0] = 0x00;
        entry.CopyTo(message[1..]);
        var hash = Sha256(message[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    public static Hash32 Node(in Hash32 left, in Hash32 right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * Hash32.Size)];
        message[0] = 0x01;
        left.Bytes.CopyTo(message[1..]);
        right.Bytes.CopyTo(message[(1 + Hash32.Size)..]);
        return Sha256(message);
    }

    public static Hash32 Sha256(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[Hash32.Size];
        SHA256.HashData(message, digest);
        return new Hash32(digest);
    }
}
