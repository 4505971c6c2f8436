using Edge.Gateway.Past;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>What is left of a log's entries: those that are damaged or were evicted are passed over.</summary>
internal static class HeldEntries
{
    /// <summary>Visits those of a range that are left, in order.</summary>
    /// <returns>The indices of those that are damaged, or whose hashes are, ascending.</returns>
    public static IReadOnlyList<ulong> Read(LogView log, ulong first, ulong count, EntryVisitor visit)
    {
        var damaged = new List<ulong>();
        for (ulong next = first, end = first + count; next < end;)
        {
            try
            {
                log.ReadProvable(next, end - next, (index, bytes) =>
                {
                    visit(index, bytes);
                    next = index + 1;
                });
            }
            catch (LogDamagedException)
            {
                damaged.Add(next++);
            }
            catch (EntryEvictedException e)
            {
                next = e.Oldest;
            }
        }

        return damaged;
    }

    /// <summary>An entry of the log or its kept copy; null when neither is left.</summary>
    public static byte[]? Find(LogView log, ulong index)
    {
        try
        {
            return KeptEntries.Read(log, index);
        }
        catch (Exception e) when (e is LogDamagedException or EntryEvictedException)
        {
            return null;
        }
    }

    /// <summary>The seal at the end of a batch, and the batch's first entry, by the seal's word or else by the checkpoint before.</summary>
    /// <param name="end">Index after the seal.</param>
    /// <exception cref="EvidenceException">What stands there is no seal.</exception>
    public static (SealEntry? Seal, ulong First) Batch(LogView log, ulong end)
    {
        if (Find(log, end - 1) is not { } bytes)
            return (null, CheckpointBelow(log, end));
        var seal = Entry.Decode(bytes) as SealEntry ?? throw new EvidenceException(w => w.NotASeal(end - 1));
        return (seal, seal.First);
    }

    /// <summary>The largest size below another that a checkpoint was signed at.</summary>
    private static ulong CheckpointBelow(LogView log, ulong size)
    {
        ulong low = 0, high = size - 1;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (log.Store.FindCheckpoint(middle) is { } at && at.Size < size)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
