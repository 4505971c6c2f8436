using System.Globalization;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Absolute times in one zone.</summary>
/// <param name="zone">Offset from UTC.</param>
/// <param name="phrases">Words for a time that has no date.</param>
public sealed class Instants(TimeSpan zone, Phrases phrases)
{
    /// <summary>From here on a calendar date would not fit every zone.</summary>
    private const double LastShown = 253_402_200_000;

    /// <summary>From UTC.</summary>
    public TimeSpan Offset => zone;

    /// <summary>"UTC", "UTC+8", "UTC-03:30".</summary>
    public string Zone { get; } = zone == TimeSpan.Zero
        ? "UTC"
        : $"UTC{(zone < TimeSpan.Zero ? '-' : '+')}{(zone.Minutes == 0 ? $"{Math.Abs(zone.Hours)}" : zone.ToString(@"hh\:mm", CultureInfo.InvariantCulture))}";

    /// <summary>Reads "Z", "UTC" or an offset from -14:00 to +14:00 such as +08:00.</summary>
    public static TimeSpan? TryParseZone(string text)
    {
        if (text is "Z" or "UTC")
            return TimeSpan.Zero;
        if (text.Length != 6 || text[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out var offset) || offset > TimeSpan.FromHours(14))
            return null;
        return text[0] == '-' ? -offset : offset;
    }

    /// <summary>"2026-11-20 08:14:02".</summary>
    public string Full(ulong seconds) => seconds < LastShown ? Format(seconds, "yyyy-MM-dd HH:mm:ss") : phrases.BeyondCalendar(seconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>The time alone when it falls on the same day as <paramref name="start"/>, which stands before it.</summary>
    public string After(ulong start, ulong seconds) => seconds < LastShown ? SecondAfter(start, seconds) : Full(seconds);

    /// <summary>"2026-11-20 08:14:33", of a device's time.</summary>
    public string Second(double seconds) => Format(seconds, "yyyy-MM-dd HH:mm:ss");

    /// <summary>Likewise, and the time alone when it falls on the same day as <paramref name="start"/>, which stands before it.</summary>
    public string SecondAfter(double start, double seconds) =>
        Format(start, "yyyy-MM-dd") == Format(seconds, "yyyy-MM-dd") ? Format(seconds, "HH:mm:ss") : Second(seconds);

    /// <summary>"2026-11-20 08:14:33.250".</summary>
    public string Device(double seconds) => Format(seconds, "yyyy-MM-dd HH:mm:ss.fff");

    /// <summary>As short as an axis needs it: with fractions, seconds, minutes or the date alone.</summary>
    /// <param name="step">Seconds to the next one.</param>
    public string Tick(double seconds, double step) => Format(seconds, step switch
    {
        < 1 => "HH:mm:ss.fff",
        < 60 => "HH:mm:ss",
        < 86_400 => "HH:mm",
        _ => "yyyy-MM-dd",
    });

    private string Format(double seconds, string form) => seconds < LastShown
        ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Floor(seconds * 1000 + 0.5)).ToOffset(zone).ToString(form, CultureInfo.InvariantCulture)
        : phrases.BeyondCalendar(seconds.ToString("F0", CultureInfo.InvariantCulture));
}
