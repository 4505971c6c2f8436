using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Past;

/// <summary>
/// Copies of the entries that give later readings their meaning: boot, configurations, calibrations, clock corrections. Made before their groups are
/// evicted, because a gateway that has run for a year still reads under the configuration of its first day. What is damaged cannot be copied and does not keep the rest from going.
/// </summary>
public static class KeptEntries
{
    /// <summary>Copies what readings from an index on may need.</summary>
    public static void Keep(MerkleLog log, ulong below)
    {
        foreach (var index in InForce(log.View, below))
            Keep(log, index, below);
    }

    /// <summary>What readings from an index on may need: the seal before it, then from the newest on clock corrections and the boot with what follows it.</summary>
    public static IEnumerable<ulong> InForce(LogView log, ulong at)
    {
        if (SealBefore(log, at) is { } seal)
            yield return seal;
        foreach (var run in Landmarks.Before(log.Store, at))
        {
            for (var index = run.First; index < run.First + run.Count; index++)
                yield return index;

            if (IsBoot(log, run.First))
                yield break;
        }
    }

    /// <summary>An entry of the log, or its copy.</summary>
    /// <exception cref="EntryEvictedException">It was evicted and not kept.</exception>
    /// <exception cref="LogDamagedException">It is not what was logged, or the hash that would say so is lost.</exception>
    public static byte[] Read(LogView log, ulong index)
    {
        try
        {
            byte[] entry = [];
            log.ReadProvable(index, 1, (_, bytes) => entry = bytes.ToArray());
            return entry;
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
        if (index < below && log.View.Store.ReadState(Key(index)) is null && ReadWhole(log.View, index) is { } entry)
            log.PutState(Key(index), entry);
    }

    private static byte[]? ReadWhole(LogView log, ulong index)
    {
        try
        {
            return log.ReadEntry(index);
        }
        catch (LogDamagedException)
        {
            return null;
        }
    }

    private static bool IsBoot(LogView log, ulong index)
    {
        try
        {
            return Entry.Decode(Read(log, index)) is BootEntry;
        }
        catch (LogDamagedException)
        {
            return false;
        }
    }

    /// <summary>The seal in force at an index, wherever in a batch that is; null in the first batch.</summary>
    private static ulong? SealBefore(LogView log, ulong index)
    {
        if (log.Store.FindCheckpoint(index + 1) is not { } closing)
            return log.Store.NewestCheckpoint()?.Size - 1;
        if (ReadWhole(log, closing.Size - 1) is not { } bytes)
            return SealWalkedTo(log, closing.Size);
        return Entry.Decode(bytes) is SealEntry { First: > 0 } seal ? seal.First - 1 : null;
    }

    /// <summary>The seal before the one at the end of a checkpoint, where that one is damaged and does not say it.</summary>
    private static ulong? SealWalkedTo(LogView log, ulong closing)
    {
        ulong? before = null;
        for (var at = log.Store.Extent.Oldest; log.Store.FindCheckpoint(at + 1) is { } next && next.Size < closing; at = next.Size)
            before = next.Size - 1;
        return before;
    }

    private static string Key(ulong index) => string.Create(CultureInfo.InvariantCulture, $"kept/{index}");
}
