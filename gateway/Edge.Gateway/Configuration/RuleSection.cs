using System.Globalization;
using System.Text.Json.Nodes;
using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads the rules of one channel: <c>range</c>, <c>rate</c>, <c>flat_line</c>, <c>flat_band</c>, <c>warm_up</c>.</summary>
internal static class RuleSection
{
    /// <summary>The one rule that is a list.</summary>
    public const string Range = "range";

    private const int LeastPeriodsFlat = 2;
    private static readonly TimeSpan LongestFlat = TimeSpan.FromDays(30), LongestWarmUp = TimeSpan.FromHours(24);

    /// <param name="bag">The channel's mapping under <c>channels:</c>.</param>
    /// <param name="node">The same; null when it is not written.</param>
    /// <param name="period">How often the channel is sampled.</param>
    public static RuleSettings Read(SettingBag bag, YamlMappingNode? node, TimeSpan period)
    {
        var (lowest, highest) = Plausible(bag, node);
        return new RuleSettings
        {
            Lowest = lowest,
            Highest = highest,
            Rate = Rate(bag),
            FlatLine = bag.Has("flat_line")
                ? Ranges.Within(bag, "flat_line", bag.Duration("flat_line", TimeSpan.FromMinutes(10)), Shorter(LeastPeriodsFlat * period, LongestFlat), LongestFlat)
                : null,
            FlatBand = Band(bag),
            WarmUp = bag.Has("warm_up") ? Ranges.Within(bag, "warm_up", bag.Duration("warm_up", TimeSpan.FromSeconds(4)), TimeSpan.FromMilliseconds(1), LongestWarmUp) : null,
        };
    }

    /// <summary>The rules as the channel's definition carries them; null when there are none.</summary>
    public static JsonObject? Definition(RuleSettings rules)
    {
        var written = new JsonObject();
        if (rules is { Lowest: { } lowest, Highest: { } highest })
            written["plausible_range"] = new JsonArray(lowest, highest);
        if (rules.Rate is { } rate)
            written["rate"] = rate;
        if (rules.FlatLine is { } flat)
            written["flat_line_ms"] = flat.TotalMilliseconds;
        if (rules.FlatBand is { } band)
            written["flat_band"] = band;
        if (rules.WarmUp is { } warmUp)
            written["warm_up_ms"] = warmUp.TotalMilliseconds;
        return written.Count > 0 ? written : null;
    }

    private static (double? Lowest, double? Highest) Plausible(SettingBag bag, YamlMappingNode? node)
    {
        if (node?.Children.FirstOrDefault(c => c.Key.ToString() == Range).Value is not { } value)
            return default;
        if (value is not YamlSequenceNode { Children: [YamlScalarNode first, YamlScalarNode second] } || Number(first) is not { } lowest || Number(second) is not { } highest)
        {
            bag.Complain(Range, "must be the lowest and the highest plausible value in brackets, for example range: [0, 16]");
            return default;
        }

        if (lowest < highest)
            return (lowest, highest);
        bag.Complain(Range, string.Create(CultureInfo.InvariantCulture, $"{lowest} is not below {highest}; write the lowest plausible value first"));
        return default;
    }

    private static double? Rate(SettingBag bag)
    {
        if (!bag.Has("rate"))
            return null;
        var rate = bag.Number("rate", 1, Allowed.Above(0));
        if (rate <= 0)
            bag.Complain("rate", string.Create(CultureInfo.InvariantCulture, $"{rate} is not a rate; write the most the value can change in a second, above 0"));
        return rate;
    }

    private static double? Band(SettingBag bag)
    {
        if (!bag.Has("flat_band"))
            return null;
        var band = bag.Number("flat_band", 0, Allowed.AtLeast(0));
        if (band < 0)
            bag.Complain("flat_band", string.Create(CultureInfo.InvariantCulture, $"{band} is not a band; write how far a value that stands still may wander, 0 or more"));
        if (!bag.Has("flat_line"))
            bag.Complain("flat_band", "says nothing alone; write also how long the value may stand still, for example flat_line: 10min");
        return band;
    }

    private static double? Number(YamlScalarNode node) =>
        NumberText.TryParse(node.Value ?? "", out double number) ? number : null;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
