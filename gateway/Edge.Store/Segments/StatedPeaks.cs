using System.Numerics;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Finds the tree's peaks as segments state them: in their headers, and in frames that were sealed. They help where hashes are lost.</summary>
internal sealed class StatedPeaks(LogPaths paths, RecentSegments recent, FrameReader frames)
{
    /// <summary>Frames that are read to find one that was sealed: then the header has to do.</summary>
    private const int MostFrames = 64;

    /// <summary>Those at the largest size not above another, as far as any are found; null if none are.</summary>
    public SizedPeaks? AtMost(ulong size, LogIndex? index)
    {
        for (var i = recent.All.Count - 1; i >= 0; i--)
        {
            if (recent.All[i] is var segment && Of(segment, segment.Contents.Frames, size) is { } found)
                return found;
        }

        var newest = index?.SegmentOf(size) ?? index?.SegmentFrom(index.NewestSegment());
        for (var row = newest; row is not null && File.Exists(paths.Segment(row.Number)); row = index!.SegmentFrom(row.Number - 1) is { } before && before.Number < row.Number ? before : null)
        {
            using var segment = Segment.TryOpen(paths, row.Number, write: false);
            if (segment is not null && Of(segment, [.. row.Frames().Select(f => f.Place)], size) is { } found)
                return found;
        }

        return null;
    }

    private SizedPeaks? Of(Segment segment, List<FramePlace> places, ulong size)
    {
        var read = 0;
        for (var i = places.Count - 1; i >= 0 && read < MostFrames; i--)
        {
            if (places[i].End > size)
                continue;
            read++;
            if (frames.TryRead(segment, places[i].Offset, long.MaxValue) && frames.Head.End == places[i].End && MemoryMarshal.Cast<byte, Hash32>(frames.Peaks()) is { IsEmpty: false } peaks && peaks.Length == BitOperations.PopCount(frames.Head.End))
                return new SizedPeaks(frames.Head.End, peaks.ToArray());
        }

        return segment.Header is { } header && header.First <= size ? new SizedPeaks(header.First, header.Peaks) : null;
    }
}
