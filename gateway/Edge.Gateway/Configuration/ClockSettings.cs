namespace Edge.Gateway.Configuration;

/// <summary>Who vouches for wall time.</summary>
public sealed record ClockSettings
{
    /// <summary>False (default): the kernel's word, by adjtimex. True: the host's clock is taken as right within <see cref="Uncertainty"/>.</summary>
    public bool TrustHost { get; init; }

    /// <summary>Half-width of the interval, when the host's clock is trusted. The default is 1 s; 1 ms to 1 h.</summary>
    public TimeSpan Uncertainty { get; init; } = TimeSpan.FromSeconds(1);
}
