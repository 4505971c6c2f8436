using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Integration.Tests.Logs;

/// <summary>What a gateway's log must be like whatever happened to the gateway.</summary>
internal static class LogAudit
{
    public static void Check(StoredLog log)
    {
        var entries = log.Entries;
        Assert.Equal(log.Size, (ulong)log.Bytes.Select(b => TreeHasher.Sha256.Leaf(b)).Distinct().Count());
        Assert.DoesNotContain(entries, e => e is UnknownEntry);
        SealsChain(log, entries);
        ChannelsGoForward(entries);
        StartsAreTold(entries);
    }

    /// <summary>Seals cover everything, each from where the last ended, and count what they cover.</summary>
    private static void SealsChain(StoredLog log, IReadOnlyList<Entry> entries)
    {
        var next = 0ul;
        var previous = default(Hash32);
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is not SealEntry seal)
                continue;
            Assert.Equal((next, (ulong)i - 1), (seal.First, seal.Last));
            Assert.Equal(previous, seal.Previous);
            var counted = entries.Skip((int)seal.First).Take(i - (int)seal.First).OfType<ReadingEntry>()
                .Aggregate(default(QualityCounts), (c, r) => c.Plus(r.Quality, r.Value is null));
            Assert.True(counted == seal.Counts, $"the seal at {i} counts {seal.Counts}; the entries it covers are {counted}");
            previous = TreeHasher.Sha256.Leaf(log.Bytes[i]);
            next = (ulong)i + 1;
        }
    }

    private static void ChannelsGoForward(IReadOnlyList<Entry> entries)
    {
        var last = new Dictionary<string, ulong>();
        foreach (var reading in entries.OfType<ReadingEntry>())
        {
            Assert.True(!last.TryGetValue(reading.Channel, out var before) || reading.Monotonic > before, $"{reading.Channel} at {reading.Monotonic} ns does not follow {before} ns");
            last[reading.Channel] = reading.Monotonic;
        }
    }

    /// <summary>A log starts with a boot entry; every later one is followed by the gap that it ended.</summary>
    private static void StartsAreTold(IReadOnlyList<Entry> entries)
    {
        Assert.IsType<BootEntry>(entries[0]);
        WallTime? newest = null;
        for (var i = 0; i < entries.Count; i++)
        {
            newest = (entries[i] as ReadingEntry)?.Wall ?? newest;
            if (i == 0 || entries[i] is not BootEntry)
                continue;
            Assert.True(i + 1 < entries.Count && entries[i + 1] is GapEntry, $"no gap entry follows the boot entry at {i}");
            var gap = (GapEntry)entries[i + 1];
            Assert.True(gap.From?.Seconds >= newest?.Seconds && gap.From?.Seconds <= gap.To?.Seconds, $"the gap at {i + 1} is said to begin at {gap.From?.Seconds}; there is a reading of {newest?.Seconds} before it");
        }
    }
}
