using System.Globalization;
using Edge.Ledger.Evidence;

namespace Edge.Demo.Evidence;

/// <summary>
/// Holds evidence against the recording: the reading must equal a row that was active while it was measured, within the device's resolution.
/// Measuring takes time (an EZO converts for 900 ms; a pulse meter counts over its window, so its rate may lie between two rows).
/// </summary>
public sealed class Truth(IReadOnlyList<TruthRow> rows)
{
    private const long Measuring = 2_500_000_000;

    /// <summary>What was found for one reading.</summary>
    /// <param name="Agrees">Null when the recording says nothing about this channel.</param>
    public sealed record Comparison(bool? Agrees, long Row, double Recorded, string Rows);

    /// <summary>Where a channel comes from. The bench fills in whole domains only.</summary>
    /// <param name="domainOf">The domain of each channel there is.</param>
    public ChannelOrigin OriginOf(string channel, IReadOnlyDictionary<string, string> domainOf)
    {
        var recorded = rows.Take(1).SelectMany(r => r.Values.Keys).ToHashSet();
        if (recorded.Contains(channel))
            return ChannelOrigin.Recording;
        return recorded.Any(r => domainOf.GetValueOrDefault(r) == domainOf[channel]) ? ChannelOrigin.Beside : ChannelOrigin.Bench;
    }

    public Comparison Compare(ProvedReading proved)
    {
        var channel = proved.Reading.Channel;
        var at = (long)proved.Reading.Monotonic;
        var active = rows.Where((row, i) => row.Since <= at && (i + 1 == rows.Count || rows[i + 1].Since > at - Measuring) && row.Values.ContainsKey(channel)).Reverse().ToList();
        if (active.Count == 0 || proved.Reading.Value is not { } value)
            return new Comparison(null, 0, 0, "");
        foreach (var row in active)
        {
            var (recorded, resolution) = row.Values[channel];
            if (recorded is { } number && Math.Abs(number - value) <= resolution * 1.000001)
                return new Comparison(true, row.Row, number, "");
        }

        var shown = string.Join(", ", active.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Values[channel].Value:G8} (row {r.Row})")));
        var between = proved.Configuration?.Definition.Contains("\"pulse-flow\"", StringComparison.Ordinal) == true && IsBetween(active, channel, value);
        return new Comparison(between, active[0].Row, active[0].Values[channel].Value ?? 0, shown);
    }

    private static bool IsBetween(List<TruthRow> active, string channel, double value)
    {
        var known = active.Select(r => r.Values[channel]).Where(v => v.Value.HasValue).ToList();
        return known.Count > 0 && value >= known.Min(v => v.Value - v.Resolution) && value <= known.Max(v => v.Value + v.Resolution);
    }
}
