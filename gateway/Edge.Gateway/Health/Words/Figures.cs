using System.Globalization;

namespace Edge.Gateway.Health.Words;

/// <summary>Numbers as people read them, in one language.</summary>
internal static class Figures
{
    /// <summary>From here on a length of time is told as an estimate.</summary>
    public const double SecondsOfTwoDays = 2 * 86_400;

    /// <summary>From here on an estimate is "over 100 years".</summary>
    public const double DaysOfAges = 100 * 365;

    private const double Year = 365.25 * 86_400;

    public static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Number(ulong value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The two largest units, such as 3 d 4 h.</summary>
    /// <param name="units">Day, hour, minute, second, as they stand behind a number.</param>
    public static string Duration(double seconds, (string Day, string Hour, string Minute, string Second) units)
    {
        var time = TimeSpan.FromSeconds(Math.Min(Math.Round(seconds), TimeSpan.MaxValue.TotalSeconds / 2));
        (int Count, string Unit)[] parts = [(time.Days, units.Day), (time.Hours, units.Hour), (time.Minutes, units.Minute), (time.Seconds, units.Second)];
        var shown = parts.SkipWhile(p => p.Count == 0).Take(2).Where(p => p.Count > 0).Select(p => $"{Number(p.Count)} {p.Unit}");
        return string.Join(' ', shown) is { Length: > 0 } text ? text : $"0 {units.Second}";
    }

    /// <summary>Days or years, as far as an estimate goes.</summary>
    /// <param name="units">As they stand behind a number: of years, behind one and behind more; and what is said of less than a minute and of more than a hundred years.</param>
    public static string Estimate(double days, (string Instant, string Minutes, string Hours, string Days, string Year, string Years, string Ages) units) => days switch
    {
        < 1 / 1440.0 => units.Instant,
        < 1 / 24.0 => $"{Number(Math.Floor(days * 1440))} {units.Minutes}",
        < 2 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(days * 24):0} {units.Hours}"),
        < 2 * 365 => $"{Number(Math.Floor(days))} {units.Days}",
        < DaysOfAges => Math.Floor(days * 86_400 / Year) is > 1 and var years ? $"{Number(years)} {units.Years}" : $"1 {units.Year}",
        _ => units.Ages,
    };
}
