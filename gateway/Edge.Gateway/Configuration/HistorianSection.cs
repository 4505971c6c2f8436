using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>historian:</c>.</summary>
internal static class HistorianSection
{
    private const long Least = 1_000;
    private const long Most = 100_000_000;

    public static HistorianSettings Read(SettingBag bag)
    {
        var defaults = new HistorianSettings();
        return new HistorianSettings
        {
            Enabled = bag.Has("enabled") && bag.Choice("enabled", ("false", false), ("true", true)),
            Rate = bag.Bytes("rate", Least, Most, "64kB") ?? defaults.Rate,
            Burst = bag.Bytes("burst", Least, Most, "256kB") ?? defaults.Burst,
        };
    }
}
