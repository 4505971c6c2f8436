using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>What all entries have in common: a CBOR array [version 1, kind, salt, ...].</summary>
internal static class EntryForm
{
    public const ulong Version = 1;

    /// <summary>Items of the head: version, kind, salt.</summary>
    public const int HeadItems = 3;

    public static void Head(ref CborWriter writer, EntryKind kind, int items, ReadOnlySpan<byte> salt)
    {
        if (salt.Length != Salt.Size)
            throw new ArgumentException($"A salt has {Salt.Size} bytes.", nameof(salt));
        writer.Array(HeadItems + items);
        writer.Unsigned(Version);
        writer.Unsigned((ulong)kind);
        writer.Bytes(salt);
    }
}
