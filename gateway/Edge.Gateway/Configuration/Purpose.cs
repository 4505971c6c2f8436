namespace Edge.Gateway.Configuration;

/// <summary>What readings of a channel are to serve.</summary>
public enum Purpose
{
    /// <summary>Nothing that was said.</summary>
    None,

    /// <summary>Billing, and the network's balance: commonly every 15 minutes.</summary>
    Billing,

    /// <summary>Pressure waves and other fast changes: at least 100 readings a second.</summary>
    Transients,

    /// <summary>Where a pipe leaks, by when a wave arrives at two places: as fast, with a clock that is known well.</summary>
    LeakLocation,
}
