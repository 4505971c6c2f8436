namespace Edge.Gateway.Time;

/// <summary>The kernel's word about its wall clock, adjtimex(2).</summary>
/// <param name="IsSynchronised">Whether something disciplines it: STA_UNSYNC is clear. The kernel sets it by itself when the error it states has grown to 16 s.</param>
/// <param name="ErrorMilliseconds">The largest error it may have.</param>
public readonly record struct KernelWord(bool IsSynchronised, uint ErrorMilliseconds, LeapState Leap)
{
    /// <summary>
    /// What is added for a daemon that states no error of its own (esterror 0), as systemd-timesyncd does not: it lets the clock be wrong by up to 0.4 s
    /// before it steps it (NTP_MAX_ADJUST in its timesyncd-manager.c).
    /// </summary>
    public const uint UnstatedMilliseconds = 400;

    /// <summary>In the second that a leap second repeats, POSIX time says one second twice.</summary>
    public uint UncertaintyMilliseconds => Leap == LeapState.InProgress ? Sum(ErrorMilliseconds, 1000) : ErrorMilliseconds;

    /// <param name="status">STA_ bits.</param>
    /// <param name="maxError">µs; grows by 500 ppm since it was stated last.</param>
    /// <param name="estimatedError">µs.</param>
    public static KernelWord Of(int state, int status, long maxError, long estimatedError)
    {
        var milliseconds = (uint)Math.Clamp((Math.Max(maxError, estimatedError) + 999) / 1000, 1, uint.MaxValue);
        return new KernelWord(
            (status & Unsynchronised) == 0 && state >= 0,
            estimatedError == 0 ? Sum(milliseconds, UnstatedMilliseconds) : milliseconds,
            Enum.IsDefined((LeapState)state) ? (LeapState)state : LeapState.None);
    }

    private const int Unsynchronised = 0x0040;

    private static uint Sum(uint one, uint other) => (uint)Math.Min((ulong)one + other, uint.MaxValue);
}
