namespace Edge.Gateway.Time.Rtc;

/// <summary>What a battery-backed clock says.</summary>
/// <param name="State">Whether it may be believed.</param>
/// <param name="Seconds">Whole seconds since 1970, UTC, that have passed; without meaning unless it kept time.</param>
/// <param name="Problem">What is wrong and what to do, for the technician; null when it kept time.</param>
public readonly record struct RtcReading(RtcState State, long Seconds, string? Problem)
{
    public static RtcReading Kept(long seconds) => new(RtcState.Kept, seconds, null);

    public static RtcReading Stopped(string problem) => new(RtcState.Stopped, 0, problem);

    public static RtcReading Unknown(string problem) => new(RtcState.Unknown, 0, problem);
}
