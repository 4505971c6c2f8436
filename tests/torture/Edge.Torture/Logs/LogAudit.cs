using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Torture.Logs;

/// <summary>What a gateway's log must be like whatever happened to the gateway.</summary>
internal static class LogAudit
{
    /// <summary>In seconds: a time of today that was computed twice differs by the last bit of its double, a quarter of a microsecond.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Whatever is not so, as sentences.</summary>
    public static IEnumerable<string> Faults(StoredLog log)
    {
        var entries = log.Entries;
        return [.. Repeated(log, entries), .. Seals(log, entries), .. Channels(entries), .. Starts(entries)];
    }

    private static IEnumerable<string> Repeated(StoredLog log, IReadOnlyList<Entry> entries)
    {
        if (log.Bytes.Select(b => TreeHasher.Sha256.Leaf(b)).Distinct().Count() is var different && different != log.Bytes.Length)
            yield return $"{log.Bytes.Length} entries, of which {different} are different";
        if (entries.Any(e => e is UnknownEntry))
            yield return "an entry is of an unknown kind";
    }

    /// <summary>Seals cover everything, each from where the last ended, and count what they cover.</summary>
    private static IEnumerable<string> Seals(StoredLog log, IReadOnlyList<Entry> entries)
    {
        var next = 0ul;
        var previous = default(Hash32);
        var counted = default(QualityCounts);
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is ReadingEntry reading)
                counted = counted.Plus(reading.Quality, reading.Value is null);
            if (entries[i] is not SealEntry seal)
                continue;
            if ((next, (ulong)i - 1) != (seal.First, seal.Last))
                yield return $"the seal at {i} covers {seal.First} to {seal.Last} instead of {next} to {i - 1}";
            if (previous != seal.Previous)
                yield return $"the seal at {i} does not name the seal before it";
            if (counted != seal.Counts)
                yield return $"the seal at {i} counts {seal.Counts}; the entries it covers are {counted}";
            previous = TreeHasher.Sha256.Leaf(log.Bytes[i]);
            next = (ulong)i + 1;
            counted = default;
        }
    }

    private static IEnumerable<string> Channels(IReadOnlyList<Entry> entries)
    {
        var last = new Dictionary<string, ulong>();
        foreach (var reading in entries.OfType<ReadingEntry>())
        {
            if (last.TryGetValue(reading.Channel, out var before) && reading.Monotonic <= before)
                yield return $"{reading.Channel} at {reading.Monotonic} ns does not follow {before} ns";
            last[reading.Channel] = reading.Monotonic;
        }
    }

    /// <summary>A log starts with a boot entry; every later one is followed by the gap that it ended, which begins after all readings before it.</summary>
    private static IEnumerable<string> Starts(IReadOnlyList<Entry> entries)
    {
        if (entries is not [BootEntry, ..])
            yield return "the log does not start with a boot entry";
        WallTime? newest = null;
        for (var i = 0; i < entries.Count; i++)
        {
            newest = (entries[i] as ReadingEntry)?.Wall ?? newest;
            if (i == 0 || entries[i] is not BootEntry)
                continue;
            if (i + 1 == entries.Count || entries[i + 1] is not GapEntry gap)
                yield return $"no gap entry follows the boot entry at {i}";
            else if (newest is not null && !(gap.From?.Seconds >= newest?.Seconds - Rounding && gap.From?.Seconds <= gap.To?.Seconds))
                yield return string.Create(CultureInfo.InvariantCulture, $"the gap at {i + 1} is said to begin at {gap.From?.Seconds}; there is a reading of {newest?.Seconds} before it");
        }
    }
}
