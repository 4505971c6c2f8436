using System.Runtime.InteropServices;

namespace Edge.Gateway.Site;

/// <summary>How a trend's past is cut up to be kept: stretches of equal length, each in slots as narrow as the memory bears.</summary>
/// <param name="Seconds">Of a stretch.</param>
/// <param name="Most">Stretches that are kept.</param>
/// <param name="Width">Seconds of a slot; they go up in the stretch without a rest.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TrendGrid(int Seconds, int Most, int Width)
{
    private const int Day = 86_400, Hour = 3600;
    private const int MostBytes = 12 * 1024 * 1024;
    private const int SlotBytes = 64;

    /// <summary>A week touches eight days, and its first step may begin in the one before.</summary>
    private const int MostDays = 9;

    /// <summary>Likewise of <see cref="LongestFine"/>.</summary>
    private const int MostHours = 4;

    /// <summary>Seconds that hours serve at most.</summary>
    public const int LongestFine = 2 * Hour;

    private static readonly int[] OfDays = [60, 120, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, Day];
    private static readonly int[] OfHours = [10, 20, 30, 60, 120, 300, 600, 1800, Hour];

    /// <summary>For charts of a day or a week.</summary>
    public static TrendGrid Days(int channels) => Of(Day, MostDays, OfDays, channels);

    /// <summary>For charts of what has only begun, or of a short time that somebody looks into.</summary>
    public static TrendGrid Hours(int channels) => Of(Hour, MostHours, OfHours, channels);

    private static TrendGrid Of(int seconds, int most, int[] widths, int channels) =>
        new(seconds, most, widths.FirstOrDefault(w => (long)most * channels * (seconds / w) * SlotBytes <= MostBytes, seconds));
}
