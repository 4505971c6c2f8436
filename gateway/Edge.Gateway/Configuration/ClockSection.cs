using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>The section <c>clock</c>.</summary>
internal static class ClockSection
{
    public static ClockSettings Read(SettingBag bag)
    {
        var settings = new ClockSettings
        {
            TrustHost = bag.Has("source") && bag.Choice("source", ("kernel", false), ("host", true)),
            Uncertainty = Ranges.Within(bag, "uncertainty", bag.Duration("uncertainty", TimeSpan.FromSeconds(1)), TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
            Rtc = Rtc(bag),
            RtcUncertainty = Ranges.Within(bag, "rtc_uncertainty", bag.Duration("rtc_uncertainty", TimeSpan.FromSeconds(2)), TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            DriftPpm = Ranges.Within(bag, "drift_ppm", bag.Integer("drift_ppm", 50), 1, 500),
        };
        if (settings is { TrustHost: true, Rtc: not null })
            bag.Complain("rtc", "would never be asked, since source: host says that the host's clock is right; leave one of them out");
        foreach (var name in new[] { "rtc_uncertainty", "drift_ppm" }.Where(n => settings.Rtc is null && bag.Has(n)))
            bag.Complain(name, "is about a battery-backed clock; name it, for example rtc: rtc0");
        return settings;
    }

    private static string? Rtc(SettingBag bag)
    {
        if (bag.Text("rtc", Allowed.Like("^(none|rtc[0-9]{1,3})$")) is not { } name || name == "none")
            return null;
        if (name.Length is >= 4 and <= 6 && name.StartsWith("rtc", StringComparison.Ordinal) && name.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0)
            return name;
        bag.Complain("rtc", $"\"{name}\" is not a clock of the kernel; write for example rtc0 (see ls /sys/class/rtc), or none");
        return null;
    }
}
