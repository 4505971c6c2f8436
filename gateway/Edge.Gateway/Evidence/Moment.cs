using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Evidence;

/// <summary>Points in time as people write them: ISO 8601, always with Z or an offset from UTC, so that nobody's local time is guessed.</summary>
public static class Moment
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static IReadOnlyList<string> Examples { get; } = ["2026-11-20T08:00:00+08:00", "2026-11-20T00:00Z"];

    /// <summary>POSIX seconds; null when it is not such a time.</summary>
    public static double? TryParse(string text)
    {
        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasZone && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time - DateTimeOffset.UnixEpoch).TotalSeconds
            : null;
    }

    /// <summary>Seconds of a wall time in UTC.</summary>
    public static string Text(WallTime time) => DateTimeOffset.UnixEpoch.AddSeconds(time.Seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
