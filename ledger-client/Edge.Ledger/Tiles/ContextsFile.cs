using System.Buffers;
using Edge.Ledger.Entries;

namespace Edge.Ledger.Tiles;

/// <summary>
/// The file <c>contexts</c> beside the tiles of a log whose first entries are not there (SPEC.md section 16): what is in force at the first one that is. Bound
/// to the readings by their own hashes; nothing signs it.
/// </summary>
public static class ContextsFile
{
    public const string Name = "contexts";

    public const int MaxBytes = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> Header => "edge-contexts/v1\n"u8;

    /// <param name="entries">In the log's order.</param>
    public static byte[] Write(IEnumerable<byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var file = new ArrayBufferWriter<byte>();
        file.Write(Header);
        foreach (var entry in entries)
            EntryBundle.Write(file, entry);
        return file.WrittenSpan.ToArray();
    }

    /// <summary>The entries; null when the bytes are not in this form.</summary>
    public static IReadOnlyList<byte[]>? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes || !bytes.StartsWith(Header))
            return null;
        var entries = new List<byte[]>();
        try
        {
            foreach (var entry in new EntryBundle(bytes[Header.Length..]))
            {
                Entry.Decode(entry);
                entries.Add(entry.ToArray());
            }
        }
        catch (MalformedException)
        {
            return null;
        }

        return entries;
    }
}
