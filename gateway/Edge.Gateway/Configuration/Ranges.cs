using System.Globalization;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>What is out of its range is complained about, with the range.</summary>
internal static class Ranges
{
    public static int Within(SettingBag bag, string name, int value, int low, int high)
    {
        bag.Limit(name, Allowed.From(low, high));
        if (value < low || value > high)
            bag.Complain(name, string.Create(CultureInfo.InvariantCulture, $"{value} is out of range; write {low} to {high}"));
        return value;
    }

    public static TimeSpan Within(SettingBag bag, string name, TimeSpan value, TimeSpan low, TimeSpan high)
    {
        if (value < low || value > high)
            bag.Complain(name, $"{DurationText.Format(value)} is out of range; write {DurationText.Format(low)} to {DurationText.Format(high)}");
        return value;
    }
}
