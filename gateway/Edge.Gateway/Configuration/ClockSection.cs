using Edge.Gateway.Time.Rtc;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ds3231;

namespace Edge.Gateway.Configuration;

/// <summary>The section <c>clock</c>.</summary>
internal static class ClockSection
{
    /// <param name="bag">The section.</param>
    /// <param name="buses">Where a clock on a bus may be.</param>
    /// <param name="sensors">What may be in its place already.</param>
    public static ClockSettings Read(SettingBag bag, IReadOnlyList<BusPlan> buses, IReadOnlyList<SensorPlan> sensors)
    {
        var settings = new ClockSettings
        {
            TrustHost = bag.Has("source") && bag.Choice("source", ("kernel", false), ("host", true)),
            Uncertainty = Ranges.Within(bag, "uncertainty", bag.Duration("uncertainty", TimeSpan.FromSeconds(1)), TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
            Rtc = Rtc(bag),
            RtcUncertainty = Ranges.Within(bag, "rtc_uncertainty", bag.Duration("rtc_uncertainty", TimeSpan.FromSeconds(2)), TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            DriftPpm = Ranges.Within(bag, "drift_ppm", bag.Integer("drift_ppm", 50), 1, 500),
        };
        settings = settings with { RtcBus = Bus(bag, settings, buses, sensors) };
        if (settings is { TrustHost: true, Rtc: not null })
            bag.Complain("rtc", "would never be asked, since source: host says that the host's clock is right; leave one of them out");
        foreach (var name in new[] { "rtc_uncertainty", "drift_ppm" }.Where(n => settings.Rtc is null && bag.Has(n)))
            bag.Complain(name, "is about a battery-backed clock; name it, for example rtc: rtc0");
        return settings;
    }

    private static string? Bus(SettingBag bag, ClockSettings settings, IReadOnlyList<BusPlan> buses, IReadOnlyList<SensorPlan> sensors)
    {
        if (settings.Rtc != BusRtc.Word)
        {
            if (bag.Text("rtc_bus") is not null)
                bag.Complain("rtc_bus", $"is about a clock on a bus; write rtc: {BusRtc.Word}, or leave it out");
            return null;
        }
        var name = bag.RequiredText("rtc_bus", "i2c-1");
        if (name.Length > 0 && !buses.Any(b => b.Name == name && b.Carries(Wiring.I2c)))
            bag.Complain("rtc_bus", $"there is no I2C bus \"{name}\" under buses; add it, or write one of: {string.Join(", ", buses.Where(b => b.Carries(Wiring.I2c)).Select(b => b.Name))}");
        if (sensors.FirstOrDefault(s => s.Bus == name && s.Wiring == Wiring.I2c && s.Place == Ds3231Chip.Address && s is not Ds3231Plan) is { } other)
            bag.Complain("rtc_bus", $"has the {other.Driver} at 0x68, where a DS3231 is; set another address strap there");
        return name;
    }

    private static string? Rtc(SettingBag bag)
    {
        if (bag.Text("rtc", Allowed.Like("^(none|ds3231|rtc[0-9]{1,3})$")) is not { } name || name == "none")
            return null;
        if (name == BusRtc.Word)
            return name;
        if (name.Length is >= 4 and <= 6 && name.StartsWith("rtc", StringComparison.Ordinal) && name.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0)
            return name;
        bag.Complain("rtc", $"\"{name}\" is not a clock of the kernel; write for example rtc0 (see ls /sys/class/rtc), ds3231 with its rtc_bus, or none");
        return null;
    }
}
