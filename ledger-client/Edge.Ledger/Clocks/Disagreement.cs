using Edge.Ledger.Entries;

namespace Edge.Ledger.Clocks;

/// <summary>Whether two wall times of one moment can both be right.</summary>
public static class Disagreement
{
    /// <summary>From two seconds before a leap second on, it is noticed within this time, s.</summary>
    private const double LeapNoticed = 600;

    /// <summary>9999-01-01: in the year that follows no calendar goes on.</summary>
    private const double LastYear = 253_370_764_800;

    /// <summary>Whether they differ by more than both uncertainties together, and not for a leap second: then the first was wrong.</summary>
    public static bool Contradicts(WallTime before, WallTime after) => Exceeds(before, after) && LeapSeconds(before, after) == 0;

    /// <summary>POSIX time has no leap seconds: at an inserted one it goes back by one (-1), at a removed one forward (1), and both times are right. Otherwise 0.</summary>
    public static int LeapSeconds(WallTime before, WallTime after)
    {
        var step = Math.Round(after.Seconds - before.Seconds);
        return step is 1 or -1 && Exceeds(before, after) && !Exceeds(before with { Seconds = before.Seconds + step }, after) && IsAtLeap(after.Seconds) ? (int)step : 0;
    }

    private static bool Exceeds(WallTime before, WallTime after) =>
        Math.Abs(after.Seconds - before.Seconds) * 1000 > (double)before.UncertaintyMilliseconds + after.UncertaintyMilliseconds;

    /// <summary>Leap seconds are inserted or removed at the end of June or December, UTC (ITU-R TF.460).</summary>
    private static bool IsAtLeap(double seconds)
    {
        if (seconds > LastYear)
            return false;
        var near = DateTimeOffset.UnixEpoch.AddSeconds(seconds + 2);
        var half = new DateTimeOffset(near.Year, near.Month < 7 ? 1 : 7, 1, 0, 0, 0, TimeSpan.Zero);
        return (near - half).TotalSeconds <= LeapNoticed;
    }
}
