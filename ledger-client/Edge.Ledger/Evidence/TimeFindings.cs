using Edge.Ledger.Entries;

namespace Edge.Ledger.Evidence;

/// <summary>Reservations about the time of a proved reading.</summary>
internal static class TimeFindings
{
    public static IEnumerable<Finding> Of(ProvedReading reading)
    {
        var index = $"{reading.Index}";
        if (reading.NotBefore is null)
            yield return new Finding(FindingCode.NoLowerBound, index);
        if (reading.NotAfter is null)
            yield return new Finding(FindingCode.NoUpperBound, index);
        if (reading.NotBefore > reading.NotAfter)
            yield return new Finding(FindingCode.BoundsCrossed, index);
        if (reading.Reading.Wall is not { } wall)
            yield break;

        // The departments' times are whole seconds, rounded down: what was signed "by 10" may have been made until 11.
        if (IsBelow(wall, reading.NotBefore) || IsAbove(wall, reading.NotAfter + 1))
            yield return new Finding(FindingCode.DeviceClockOutside, index);
    }

    // One rounding, of the whole sum: its sign is that of the exact sum.
    private static bool IsBelow(WallTime wall, ulong? seconds) =>
        seconds is { } bound && Math.FusedMultiplyAdd(wall.Seconds, 1000, wall.UncertaintyMilliseconds - (1000.0 * bound)) < 0;

    private static bool IsAbove(WallTime wall, ulong? seconds) =>
        seconds is { } bound && Math.FusedMultiplyAdd(wall.Seconds, 1000, -(wall.UncertaintyMilliseconds + (1000.0 * bound))) > 0;
}
