using System.Text;
using Edge.Store.Log;
using Edge.Store.Segments;
using LiteDB;

namespace Edge.Store.Stacks;

/// <summary>The documents of an index, each with the checksum of the rest of it (<see cref="RowChecksum"/>). Sizes and numbers are signed in BSON: none comes near 2^63.</summary>
internal static class IndexRows
{
    public const string Segments = "segments", Checkpoints = "checkpoints", Receipts = "receipts", Blocks = "blocks", State = "state";

    public const string Id = "_id", First = "first", Next = "next";
    private const string Bytes = "bytes", Frames = "frames", Value = "value", Crc = "crc";

    public static BsonDocument Of(IndexedSegment segment) => new()
    {
        [Id] = (long)segment.Number,
        [First] = (long)segment.First,
        [Next] = (long)segment.Next,
        [Bytes] = (long)segment.Bytes,
        [Frames] = segment.Table,
        [Crc] = (long)segment.Checksum,
    };

    public static BsonDocument Of(ulong size, byte[] value) => new() { [Id] = (long)size, [Value] = value, [Crc] = (long)RowChecksum.Of(size, value) };

    public static BsonDocument Of(byte[] key, byte[] value) => new() { [Id] = key, [Value] = value, [Crc] = (long)RowChecksum.Of(key, value) };

    /// <summary>Keys of state are bytes: LiteDB compares texts as people do.</summary>
    public static byte[] Key(string key) => Encoding.UTF8.GetBytes(key);

    /// <returns>Null if it is not what was written.</returns>
    public static IndexedSegment? Segment(BsonDocument row)
    {
        if (!row[Id].IsInt64 || !row[First].IsInt64 || !row[Next].IsInt64 || !row[Bytes].IsInt64 || !row[Frames].IsBinary)
            return null;
        var segment = new IndexedSegment((uint)row[Id].AsInt64, (ulong)row[First].AsInt64, (ulong)row[Next].AsInt64, (uint)row[Bytes].AsInt64, row[Frames].AsBinary);
        return IsWhole(row, segment.Checksum) ? segment : null;
    }

    /// <inheritdoc cref="Segment" path="/returns"/>
    public static SizedRecord? Sized(BsonDocument row) =>
        row[Id].IsInt64 && row[Value].IsBinary && IsWhole(row, RowChecksum.Of((ulong)row[Id].AsInt64, row[Value].AsBinary)) ? new SizedRecord((ulong)row[Id].AsInt64, row[Value].AsBinary) : null;

    /// <inheritdoc cref="Segment" path="/returns"/>
    public static byte[]? Keyed(BsonDocument row) =>
        row[Id].IsBinary && row[Value].IsBinary && IsWhole(row, RowChecksum.Of(row[Id].AsBinary, row[Value].AsBinary)) ? row[Value].AsBinary : null;

    private static bool IsWhole(BsonDocument row, uint checksum) => row[Crc].IsInt64 && row[Crc].AsInt64 == checksum;
}
