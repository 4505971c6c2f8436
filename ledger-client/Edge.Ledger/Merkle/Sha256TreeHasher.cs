using System.Security.Cryptography;

namespace Edge.Ledger.Merkle;

/// <summary>RFC 6962's own choice.</summary>
internal sealed class Sha256TreeHasher() : TreeHasher("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
{
    public override Hash32 Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[Hash32.Size];
        SHA256.HashData(message, digest);
        return new Hash32(digest);
    }
}
