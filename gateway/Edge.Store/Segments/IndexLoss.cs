using System.Globalization;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>What evicted segments held besides entries is in the index alone. Segments say which were evicted, so one that does not know of them is an older one, or new.</summary>
internal static class IndexLoss
{
    /// <param name="newest">The newest segment that it knew when it was opened; 0 if none.</param>
    /// <param name="kept">What the segments say.</param>
    public static void Tell(LogIndex index, LogPaths paths, uint newest, KeptFrom kept, List<StoreDamage> damage)
    {
        if (index.Kept.Number >= kept.Number)
            return;
        if (newest + 1 < kept.Number)
        {
            damage.Add(new StoreDamage(0, 0, string.Create(CultureInfo.InvariantCulture,
                $"{paths.Index} is new or older than the log: the checkpoints and receipts of the segments that were evicted, below entry {kept.First}, are lost, and what was kept of their entries: the configuration, calibration and boot of readings before this start, where those are below it."), null));
        }

        try
        {
            var first = index.SegmentFrom(0);
            while (first?.Number < kept.Number && !File.Exists(paths.Segment(first.Number)))
                first = index.SegmentFrom(first.Number + 1);
            index.Write(rows => rows.RemoveSegments(kept, below: Math.Min(first?.Number ?? kept.Number, kept.Number)));
        }
        catch (StoreException)
        {
            // A full disk: the next open looks again.
        }
    }
}
