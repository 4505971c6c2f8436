using Edge.Store.Segments;
using LiteDB;
using LiteDB.Engine;

namespace Edge.Store.Stacks;

/// <summary>Writes documents of the index, within one transaction, which is bound to the thread.</summary>
internal sealed class LogIndexWriter(LiteEngine engine)
{
    /// <summary>A closed segment, with all that it holds.</summary>
    public void Add(Segment segment)
    {
        Replace(IndexRows.Segments, IndexRows.Of(IndexedSegment.Of(segment)));
        var contents = segment.Contents;
        foreach (var (size, place) in contents.Checkpoints.All)
            Keep(IndexRows.Checkpoints, IndexRows.Of(size, segment.Read(place)));
        foreach (var (size, place) in contents.Receipts.All)
            Replace(IndexRows.Receipts, IndexRows.Of(size, segment.Read(place)));
        foreach (var (hash, place) in contents.Blocks)
            Keep(IndexRows.Blocks, IndexRows.Of(hash.Bytes.ToArray(), segment.Read(place)));
        foreach (var (key, place) in contents.State)
            Replace(IndexRows.State, IndexRows.Of(IndexRows.Key(key), segment.Read(place)));
    }

    /// <summary>Forgets segments that were evicted, but for the newest it has, by which it is known how far it got; what they held besides entries stays.</summary>
    /// <param name="below">The smallest number that is kept.</param>
    public void RemoveSegments(uint below)
    {
        using var newest = engine.Query(IndexRows.Segments, new Query { OrderBy = IndexRows.Id, Order = Query.Descending, Limit = 1 });
        if (newest.Read())
            engine.DeleteMany(IndexRows.Segments, BsonExpression.Create("_id < @0", Math.Min(below, newest.Current[IndexRows.Id].AsInt64)));
    }

    /// <summary>Notes that its loss of what evicted segments held was told.</summary>
    public void PutTold(KeptFrom kept)
    {
        var bytes = new byte[KeptFrom.Length];
        kept.Write(bytes);
        Replace(IndexRows.State, IndexRows.Of(IndexRows.Key(KeptFrom.ToldKey), bytes));
    }

    private void Replace(string collection, BsonDocument row) => engine.Upsert(collection, [row], BsonAutoId.Int64);

    private void Keep(string collection, BsonDocument row)
    {
        using var known = engine.Query(collection, new Query { Where = { BsonExpression.Create("_id = @0", row[IndexRows.Id]) }, Limit = 1 });
        if (!known.Read())
            engine.Insert(collection, [row], BsonAutoId.Int64);
    }
}
