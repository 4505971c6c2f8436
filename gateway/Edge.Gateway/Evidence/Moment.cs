using System.Globalization;
using Edge.Ledger;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Evidence;

/// <summary>Points in time as people write them: ISO 8601, always with Z or an offset from UTC, so that nobody's local time is guessed.</summary>
public static class Moment
{
    public const string Form = "such as 2026-11-20T08:00:00+08:00 or 2026-11-20T00:00Z";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>POSIX seconds.</summary>
    /// <param name="option">The option it was given with, for the message.</param>
    /// <exception cref="MalformedException">Not such a time.</exception>
    public static double Parse(string option, string text)
    {
        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasZone && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time - DateTimeOffset.UnixEpoch).TotalSeconds
            : throw new MalformedException($"{option} {text}: not a time with Z or an offset from UTC, {Form}");
    }

    /// <summary>Seconds of a wall time in UTC.</summary>
    public static string Text(WallTime? wall) => wall is { } time
        ? "at " + DateTimeOffset.UnixEpoch.AddSeconds(time.Seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : "while the clock was not synchronised";
}
