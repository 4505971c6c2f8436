using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>The newest segments, those that the index does not have: the one that is written, and before it what the index could not take yet.</summary>
internal sealed class RecentSegments : IDisposable
{
    private readonly List<Segment> _segments = [];

    public IReadOnlyList<Segment> All => _segments;

    public Segment? Last => _segments.Count > 0 ? _segments[^1] : null;

    public void Add(Segment segment) => _segments.Add(segment);

    /// <summary>Gives up a segment: the index has it now, or it is gone.</summary>
    public void Drop(Segment segment)
    {
        _segments.Remove(segment);
        segment.Dispose();
    }

    public void Clear()
    {
        _segments.ForEach(s => s.Dispose());
        _segments.Clear();
    }

    public (Segment Segment, FramePlace Frame)? Find(ulong index)
    {
        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            if (_segments[i].Contents.First <= index && _segments[i].Contents.Find(index) is { } frame)
                return (_segments[i], frame);
        }

        return null;
    }

    public SizedRecord? NewestCheckpoint() => Newest(c => c.Checkpoints.Newest);

    public SizedRecord? NewestReceipt() => Newest(c => c.Receipts.Newest);

    public SizedRecord? CheckpointAtLeast(ulong size) => Smallest(c => c.Checkpoints.AtLeast(size));

    public SizedRecord? ReceiptAtLeast(ulong size) => Smallest(c => c.Receipts.AtLeast(size));

    public byte[]? Block(in Hash32 hash)
    {
        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            if (_segments[i].Contents.Blocks.TryGetValue(hash, out var place))
                return _segments[i].Read(place);
        }

        return null;
    }

    public byte[]? State(string key)
    {
        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            if (_segments[i].Contents.State.TryGetValue(key, out var place))
                return _segments[i].Read(place);
        }

        return null;
    }

    public void Dispose() => Clear();

    private SizedRecord? Newest(Func<SegmentContents, (ulong Size, Place Place)?> newest) => Best(newest, (found, best) => found >= best);

    private SizedRecord? Smallest(Func<SegmentContents, (ulong Size, Place Place)?> atLeast) => Best(atLeast, (found, best) => found <= best);

    // Of two for one size the later one counts.
    private SizedRecord? Best(Func<SegmentContents, (ulong Size, Place Place)?> of, Func<ulong, ulong, bool> isBetter)
    {
        (Segment Segment, ulong Size, Place Place)? best = null;
        foreach (var segment in _segments)
        {
            if (of(segment.Contents) is var (size, place) && (best is null || isBetter(size, best.Value.Size)))
                best = (segment, size, place);
        }

        return best is var (found, foundSize, where) ? new SizedRecord(foundSize, found.Read(where)) : null;
    }
}
