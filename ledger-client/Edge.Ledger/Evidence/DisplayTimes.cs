using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>
/// The time to show for each reading of a file, as far as the file discloses what the gateway's clock turned out to be: by the boots, clock corrections and
/// other readings of the same boot that it proves. It is the gateway's own word, as a reading's own time is; what departments prove is untouched by it.
/// </summary>
public sealed class DisplayTimes
{
    private readonly Dictionary<Guid, ClockHistory> _boots = [];
    private readonly Dictionary<Hash32, ClockHistory> _hiddenBoots = [];

    /// <param name="readings">Proved readings of one log.</param>
    public DisplayTimes(IEnumerable<ProvedReading> readings)
    {
        var shown = new HashSet<Hash32>();
        foreach (var reading in readings)
        {
            if (reading.Context is not { } context)
                continue;
            var history = HistoryOf(reading, context);
            if (reading.Boot is { } boot && shown.Add(context.Boot))
                history.Add(boot);
            if (reading.Clock is { } clock && shown.Add(context.Clock))
                history.Add(clock);
            history.Add(reading.Reading);
        }
    }

    /// <summary>Null when nothing says what time it was.</summary>
    public ShownTime? Of(ProvedReading reading) => reading.Context is { } context
        ? HistoryOf(reading, context).Of(reading.Reading.Monotonic, reading.Reading.Wall)
        : reading.Reading.Wall is { } own ? new ShownTime(own, null) : null;

    /// <summary>Of a boot that is named by its hash alone it is known which readings are of it.</summary>
    private ClockHistory HistoryOf(ProvedReading reading, in ReadingContext context) => reading.Boot is { } boot
        ? Get(_boots, boot.BootId)
        : Get(_hiddenBoots, context.Boot);

    private static ClockHistory Get<TKey>(Dictionary<TKey, ClockHistory> histories, TKey key)
        where TKey : notnull
    {
        if (!histories.TryGetValue(key, out var history))
            histories[key] = history = new ClockHistory();
        return history;
    }
}
