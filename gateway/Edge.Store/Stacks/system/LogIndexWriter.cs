using System.Text;
using Edge.Store.Segments;
using Edge.Store.Sqlite;

namespace Edge.Store.Stacks;

/// <summary>Writes rows of the index, within one transaction.</summary>
internal sealed class LogIndexWriter(Func<string, SqliteStatement> prepare) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>A closed segment, with all that it holds.</summary>
    public void Add(Segment segment)
    {
        var row = IndexedSegment.Of(segment);
        Statement("INSERT OR REPLACE INTO segments (number, first, next, bytes, frames, crc) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(1, row.Number).Bind(2, row.First).Bind(3, row.Next).Bind(4, row.Bytes).Bind(5, row.Table).Bind(6, row.Checksum).Run();
        var contents = segment.Contents;
        foreach (var (size, place) in contents.Checkpoints.All)
            Put("INSERT OR IGNORE INTO checkpoints (size, note, crc) VALUES (?, ?, ?)", size, segment.Read(place));
        foreach (var (size, place) in contents.Receipts.All)
            Put("INSERT OR REPLACE INTO receipts (size, receipt, crc) VALUES (?, ?, ?)", size, segment.Read(place));
        foreach (var (hash, place) in contents.Blocks)
        {
            var block = segment.Read(place);
            Statement("INSERT OR IGNORE INTO blocks (hash, block, crc) VALUES (?, ?, ?)").Bind(1, hash.Bytes).Bind(2, block).Bind(3, RowChecksum.Of(hash.Bytes, block)).Run();
        }

        foreach (var (key, place) in contents.State)
        {
            PutState(key, segment.Read(place));
        }
    }

    /// <summary>Forgets segments that were evicted, but for the newest it has, by which it is known how far it got; what they held besides entries stays.</summary>
    /// <param name="below">The smallest number that is kept.</param>
    public void RemoveSegments(uint below) =>
        Statement("DELETE FROM segments WHERE number < ? AND number < (SELECT max(number) FROM segments)").Bind(1, below).Run();

    /// <summary>Notes that its loss of what evicted segments held was told.</summary>
    public void PutTold(KeptFrom kept)
    {
        var bytes = new byte[KeptFrom.Length];
        kept.Write(bytes);
        PutState(KeptFrom.ToldKey, bytes);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    private void PutState(string key, byte[] value) =>
        Statement("INSERT OR REPLACE INTO state (key, value, crc) VALUES (?, ?, ?)").Bind(1, key).Bind(2, value).Bind(3, RowChecksum.Of(Encoding.UTF8.GetBytes(key), value)).Run();

    private void Put(string sql, ulong size, byte[] value) => Statement(sql).Bind(1, size).Bind(2, value).Bind(3, RowChecksum.Of(size, value)).Run();

    private SqliteStatement Statement(string sql) => _statements.TryGetValue(sql, out var known) ? known : _statements[sql] = prepare(sql);
}
