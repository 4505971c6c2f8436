using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>The segments that an index has, beside those that are there.</summary>
internal static class IndexedSegments
{
    private const uint Newest = 4;
    private const int Frames = 16;

    /// <summary>How many of the newest are as the index says, and how many begin elsewhere in the log; those that are damaged or gone say nothing.</summary>
    public static (int Fit, int Contradict) Compare(LogPaths paths, LogIndex index)
    {
        var frames = new FrameReader();
        var (fit, contradict) = (0, 0);
        var newest = index.NewestSegment();
        for (var row = index.SegmentFrom(newest - Math.Min(newest, Newest - 1)); row is not null; row = index.SegmentFrom(row.Number + 1))
        {
            if (!File.Exists(paths.Segment(row.Number)))
                continue;
            using var segment = Segment.TryOpen(paths, row.Number, write: false);
            if (segment?.Header is { } header)
                (fit, contradict) = header.First == row.First && Fits(row, segment, frames) ? (fit + 1, contradict) : (fit, contradict + 1);
        }

        return (fit, contradict);
    }

    /// <summary>By where its first frames begin.</summary>
    private static bool Fits(IndexedSegment row, Segment segment, FrameReader frames)
    {
        var at = (uint)SegmentHeader.Length;
        for (var i = 0; i < Frames && frames.TryRead(segment, at, row.Bytes); i++)
        {
            if (frames.Head.Count > 0 && row.Find(frames.Head.First) != new FramePlace(frames.Head.First, frames.Head.Count, at))
                return false;
            at += (uint)frames.Head.Length;
        }

        return true;
    }
}
