using System.Globalization;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>What evicted segments held besides entries is in the index alone. Segments say which were evicted, and the index keeps the newest that it had: one that had not got so far is an older one, or new.</summary>
internal static class IndexLoss
{
    /// <param name="newest">The newest segment that it knew when it was opened; 0 if none.</param>
    /// <param name="kept">What the segments say.</param>
    public static void Tell(LogIndex index, LogPaths paths, uint newest, KeptFrom kept, List<StoreDamage> damage)
    {
        if (newest + 1 >= kept.Number || index.Told.Number >= kept.Number)
            return;
        var lost = kept.Number - 1 - newest;
        damage.Add(new StoreDamage(0, 0, string.Create(CultureInfo.InvariantCulture,
            $"{paths.Index} is new or older than the log: the checkpoints and receipts of {lost} evicted {(lost == 1 ? "segment" : "segments")}, below entry {kept.First}, are lost, and what was kept of their entries: the configuration, calibration and boot of readings before this start, where those are below it."), null)
        {
            // Beside damage that nobody's hand did, this may be its consequence.
            IsByHand = damage.TrueForAll(d => d.IsByHand),
        });
        try
        {
            index.Write(rows => rows.PutTold(kept));
        }
        catch (StoreException)
        {
            // A full disk: the next open says it again.
        }
    }
}
