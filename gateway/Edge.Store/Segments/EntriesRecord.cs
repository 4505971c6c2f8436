using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>A group of entries as a record: the number of its codec, then what that codec made of the bundle.</summary>
internal static class EntriesRecord
{
    private const byte Raw = 0;

    public static void Write(FrameBuilder frame, EntryBatch entries) => frame.Add(RecordType.Entries, [Raw], entries.Bundle);

    /// <summary>False if the bytes are not that many entries, or not in a codec of this version.</summary>
    public static bool TryRead(ReadOnlySpan<byte> record, int count, EntryBatch into) =>
        record.Length > 0 && record[0] == Raw && into.TryLoad(record[1..], count);
}
