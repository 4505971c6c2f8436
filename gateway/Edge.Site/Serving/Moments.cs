using System.Globalization;

namespace Edge.Site.Serving;

/// <summary>Times in requests and answers.</summary>
internal static class Moments
{
    public const string Example = "2026-11-20T08:00:00Z";

    private const double Least = 0;
    private const double Most = 253_402_300_799;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>POSIX seconds of a time of RFC 3339, or of such seconds; null when it is neither. A plus that came as a blank, as unescaped ones do, is taken for one.</summary>
    public static double? TryParse(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return seconds is >= Least and <= Most ? seconds : null;
        var time = text.Replace(' ', '+');
        var hasZone = time.EndsWith('Z') || (time.Length > 6 && time[^6] is '+' or '-' && time[^3] == ':');
        return hasZone && DateTimeOffset.TryParseExact(time, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at >= DateTimeOffset.UnixEpoch
            ? (at - DateTimeOffset.UnixEpoch).TotalSeconds
            : null;
    }

    /// <summary>RFC 3339 in UTC, to the millisecond.</summary>
    public static string Text(double seconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(Math.Clamp(seconds, Least, Most) * TimeSpan.TicksPerSecond)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
