using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>Parts that evidence files of all versions have in common: entries with their places, rows of hashes.</summary>
internal static class EvidenceParts
{
    /// <summary>The number of items that follow. What they take is allocated as they are read: a stated count alone decides nothing.</summary>
    public static int Count(ref CborReader reader)
    {
        var count = reader.Array();
        return count <= EvidenceFile.MaxEntries ? count : throw reader.Wrong($"{count} items; at most {EvidenceFile.MaxEntries} are accepted");
    }

    public static ulong Ascending(ref CborReader reader, ulong? previous)
    {
        var index = reader.Unsigned(long.MaxValue, "the index");
        return previous is null || index > previous ? index : throw reader.Wrong("indices are not strictly ascending");
    }

    public static List<DisclosedEntry> Entries(ref CborReader reader)
    {
        var entries = new List<DisclosedEntry>();
        for (var left = Count(ref reader); left > 0; left--)
        {
            reader.Array(2);
            entries.Add(new DisclosedEntry(Ascending(ref reader, entries.Count == 0 ? null : entries[^1].Index), reader.Bytes().ToArray()));
        }

        return entries;
    }

    public static Hash32[] Hashes(ref CborReader reader, int limit)
    {
        var bytes = reader.Bytes();
        if (bytes.Length % Hash32.Size != 0)
            throw reader.Wrong("a proof is a row of 32-byte hashes");
        if (bytes.Length / Hash32.Size > limit)
            throw reader.Wrong($"more than {limit} hashes");
        var hashes = new Hash32[bytes.Length / Hash32.Size];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = new Hash32(bytes.Slice(i * Hash32.Size, Hash32.Size));
        return hashes;
    }

    public static void Write(ref CborWriter writer, IReadOnlyList<DisclosedEntry> entries)
    {
        writer.Array(entries.Count);
        foreach (var entry in entries)
        {
            writer.Array(2);
            writer.Unsigned(entry.Index);
            writer.Bytes(entry.Bytes.Span);
        }
    }

    public static void Write(ref CborWriter writer, IReadOnlyList<Hash32> hashes)
    {
        var bytes = new byte[hashes.Count * Hash32.Size];
        for (var i = 0; i < hashes.Count; i++)
            hashes[i].Bytes.CopyTo(bytes.AsSpan(i * Hash32.Size));
        writer.Bytes(bytes);
    }

    /// <summary>More bytes than these entries take in a file.</summary>
    public static int Room(IReadOnlyList<DisclosedEntry> entries) => entries.Sum(e => e.Bytes.Length + 20);
}
