using System.Globalization;

namespace Edge.Sensors.Catalog;

/// <summary>Durations as people write them: a number and ns, us, ms, s, min, h or d.</summary>
public static class DurationText
{
    private static readonly (string Suffix, double Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1e3), ("ms", 1e6), ("min", 60e9), ("s", 1e9), ("h", 3600e9), ("d", 86_400e9),
    ];

    /// <summary>Reads "500ms", "1.5s", "20 min". False for anything else, negative numbers and what is beyond 100 years.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = default;
        foreach (var (suffix, nanoseconds) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            if (!double.TryParse(text[..^suffix.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return false;
            var ticks = number * nanoseconds / TimeSpan.NanosecondsPerTick;
            if (!(ticks <= TimeSpan.TicksPerDay * 36_525.0))
                return false;
            duration = TimeSpan.FromTicks((long)Math.Round(ticks));
            return true;
        }
        return false;
    }

    /// <summary>The shortest of the forms that <see cref="TryParse"/> reads back.</summary>
    public static string Format(TimeSpan duration)
    {
        var (value, unit) = duration.Ticks % TimeSpan.TicksPerDay == 0 && duration > TimeSpan.Zero ? (duration.TotalDays, "d")
            : duration.Ticks % TimeSpan.TicksPerHour == 0 && duration > TimeSpan.Zero ? (duration.TotalHours, "h")
            : duration.Ticks % TimeSpan.TicksPerMinute == 0 && duration > TimeSpan.Zero ? (duration.TotalMinutes, "min")
            : duration.Ticks % TimeSpan.TicksPerSecond == 0 ? (duration.TotalSeconds, "s")
            : duration.Ticks % TimeSpan.TicksPerMillisecond == 0 ? (duration.TotalMilliseconds, "ms")
            : (duration.TotalMicroseconds, "us");
        return value.ToString(CultureInfo.InvariantCulture) + unit;
    }
}
