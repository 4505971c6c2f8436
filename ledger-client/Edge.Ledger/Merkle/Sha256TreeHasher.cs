using System.Security.Cryptography;

namespace Edge.Ledger.Merkle;

/// <summary>RFC 6962's own choice.</summary>
internal sealed class Sha256TreeHasher() : TreeHasher("sha256")
{
    public override Hash32 Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[Hash32.Size];
        SHA256.HashData(message, digest);
        return new Hash32(digest);
    }
}
