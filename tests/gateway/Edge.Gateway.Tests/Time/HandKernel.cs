using Edge.Gateway.Time;
using Edge.Gateway.Time.Rtc;

namespace Edge.Gateway.Tests.Time;

/// <summary>A kernel whose clocks are set by hand.</summary>
internal sealed class HandKernel : IKernelTime
{
    private const long Second = 1_000_000_000;

    /// <summary>2026-11-20 00:14:02 UTC, ns.</summary>
    public long Wall { get; set; } = 1_795_133_642 * Second;

    public ulong Since { get; set; } = 100 * Second;

    public KernelWord Word { get; set; } = new(true, 12, LeapState.None);

    public ulong Boottime() => Since;

    public ulong Awake() => Since;

    public long Realtime() => Wall;

    public KernelWord Ask() => Word;

    public void Advance(double seconds)
    {
        Since += (ulong)(seconds * Second);
        Wall += (long)(seconds * Second);
    }
}

/// <summary>A battery-backed clock that says what it is told to.</summary>
internal sealed class HandRtc : IRtc
{
    public string Name => "rtc0";

    public RtcReading Says { get; set; }

    public RtcReading Read() => Says;
}
