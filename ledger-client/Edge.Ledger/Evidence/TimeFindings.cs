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
        var slack = wall.UncertaintyMilliseconds / 1000.0;
        if (wall.Seconds + slack < reading.NotBefore || wall.Seconds - slack > reading.NotAfter + 1)
            yield return new Finding(FindingCode.DeviceClockOutside, index);
    }
}
