namespace Edge.Ledger.Merkle;

/// <summary>The tree of a log created with SM3.</summary>
internal sealed class Sm3TreeHasher() : TreeHasher("sm3", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")
{
    public override Hash32 Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[Hash32.Size];
        Keys.Sm3.HashData(message, digest);
        return new Hash32(digest);
    }
}
