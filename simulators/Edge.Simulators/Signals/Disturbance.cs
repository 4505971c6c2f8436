namespace Edge.Simulators.Signals;

/// <summary>What can befall a quantity on its way into a sensor.</summary>
public enum Disturbance
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Stands where it was.</summary>
    Frozen,

    /// <summary>Jumps by up to a third, another way every 10 ms.</summary>
    Noisy,

    /// <summary>Runs away by 2 per cent of itself a second.</summary>
    Drifting,
}
