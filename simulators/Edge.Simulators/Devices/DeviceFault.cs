namespace Edge.Simulators.Devices;

/// <summary>What can be wrong with a simulated device, on command.</summary>
public enum DeviceFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Does not acknowledge; keeps its registers.</summary>
    NoAcknowledge,

    /// <summary>Taken out: does not acknowledge, and comes back with power-on registers.</summary>
    Unplugged,

    /// <summary>Holds the bus low: nobody on the bus answers.</summary>
    BusStuck,

    /// <summary>Another master wins.</summary>
    ArbitrationLost,

    /// <summary>Stretches the clock for too long.</summary>
    TimedOut,

    /// <summary>Ends its answers early.</summary>
    Short,

    /// <summary>Answers with seeded random bytes.</summary>
    Garbage,

    /// <summary>Converts, but the code never changes.</summary>
    Frozen,

    /// <summary>Never becomes ready.</summary>
    NeverReady,

    /// <summary>Another part with the same address.</summary>
    WrongIdentity,

    /// <summary>Its input is driven to the end of the range.</summary>
    Saturated,

    /// <summary>Has lost the calibration that was stored in it.</summary>
    Uncalibrated,

    /// <summary>One bit of every answer is wrong.</summary>
    BitFlips,

    /// <summary>What it measures jumps.</summary>
    Noisy,

    /// <summary>What it measures runs away.</summary>
    Drifting,
}
