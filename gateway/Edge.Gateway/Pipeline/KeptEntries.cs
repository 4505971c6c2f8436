using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// Copies of the entries that give later readings their meaning: boot, configurations, calibrations, clock corrections. Made before their groups are
/// evicted, because a gateway that has run for a year still reads under the configuration of its first day.
/// </summary>
public static class KeptEntries
{
    /// <summary>Copies what readings from an index on may need.</summary>
    public static void Keep(MerkleLog log, ulong below)
    {
        if (SealBefore(log.View, below) is { } seal)
            Keep(log, seal, below);
        foreach (var run in Landmarks.Before(log.View.Store, below))
        {
            for (var index = run.First; index < run.First + run.Count; index++)
                Keep(log, index, below);

            if (Entry.Decode(Read(log.View, run.First)) is BootEntry)
                return;
        }
    }

    /// <summary>An entry of the log, or its copy.</summary>
    /// <exception cref="EntryEvictedException">It was evicted and not kept.</exception>
    /// <exception cref="LogDamagedException">The copy is not what was logged.</exception>
    public static byte[] Read(LogView log, ulong index)
    {
        try
        {
            return log.ReadEntry(index);
        }
        catch (EntryEvictedException)
        {
            if (log.Store.ReadState(Key(index)) is not { } kept)
                throw;
            return log.Hasher.Leaf(kept) == log.Node(0, index)
                ? kept
                : throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture, $"{log.Store.Name}: the kept copy of entry {index} does not have the hash it was logged with."), index);
        }
    }

    private static void Keep(MerkleLog log, ulong index, ulong below)
    {
        if (index < below && log.View.Store.ReadState(Key(index)) is null)
            log.PutState(Key(index), log.View.ReadEntry(index));
    }

    /// <summary>The seal in force at an index, wherever in a batch that is; null in the first batch.</summary>
    private static ulong? SealBefore(LogView log, ulong index)
    {
        if (log.Store.FindCheckpoint(index + 1) is not { } closing)
            return log.Store.NewestCheckpoint()?.Size - 1;
        return Entry.Decode(log.ReadEntry(closing.Size - 1)) is SealEntry { First: > 0 } seal ? seal.First - 1 : null;
    }

    private static string Key(ulong index) => string.Create(CultureInfo.InvariantCulture, $"kept/{index}");
}
