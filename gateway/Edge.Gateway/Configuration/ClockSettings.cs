namespace Edge.Gateway.Configuration;

/// <summary>Who vouches for wall time.</summary>
public sealed record ClockSettings
{
    /// <summary>False (default): the kernel's word, by adjtimex. True: the host's clock is taken as right within <see cref="Uncertainty"/>.</summary>
    public bool TrustHost { get; init; }

    /// <summary>Half-width of the interval, when the host's clock is trusted. The default is 1 s; 1 ms to 1 h.</summary>
    public TimeSpan Uncertainty { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A battery-backed clock that counts while the kernel's clock is not synchronised: the kernel's, rtc0 to rtc999, or ds3231 on <see cref="RtcBus"/>. The default is none.</summary>
    public string? Rtc { get; init; }

    /// <summary>Key of the I2C bus of a clock that the kernel does not drive; null exactly where there is none.</summary>
    public string? RtcBus { get; init; }

    /// <summary>How wrong that clock may be when it is read. The default is 2 s; 10 ms to 1 h. Half a second is added, since it shows whole ones.</summary>
    public TimeSpan RtcUncertainty { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How fast that grows afterwards, parts per million of the time that passed. The default is 50, a common crystal over its temperatures; 1 to 500.</summary>
    public int DriftPpm { get; init; } = 50;
}
