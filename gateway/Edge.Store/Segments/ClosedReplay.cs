using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Goes through all closed segments that are held, so that the hash files are whole but for what was evicted.</summary>
internal sealed class ClosedReplay(LogPaths paths, LogIndex index, SegmentScan scan, HashRecovery recovery, MissingSegments missing)
{
    public void Run()
    {
        recovery.BeginAnew();
        for (var row = index.SegmentFrom(0); row is not null; row = index.SegmentFrom(row.Number + 1))
        {
            if (!File.Exists(paths.Segment(row.Number)))
                continue;
            using var segment = Segment.TryOpen(paths, row.Number, write: false);
            if (segment is null || !MayFollow(segment, row))
                continue;
            segment.Suppose(row.First);
            scan.Run(segment, row.Bytes, []);
            if (segment.Contents.Next < row.Next)
                missing.TellEnd(row, segment);
            recovery.Replay(segment);
        }
    }

    /// <summary>One that another log's was copied over is passed over: its entries are found damaged when they are read.</summary>
    private bool MayFollow(Segment segment, IndexedSegment row) =>
        segment.Header is not { } header || (header.First == row.First && !(recovery.IsWhole && recovery.Contradicts(header)));
}
