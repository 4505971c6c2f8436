namespace Edge.Gateway.Health;

/// <summary>Is it measuring?</summary>
public enum MeasuringState
{
    /// <summary>Every channel brings values.</summary>
    Yes,

    /// <summary>Some channels do not, or nothing of them is kept.</summary>
    Partly,

    /// <summary>No channel does.</summary>
    No,

    /// <summary>It began a moment ago.</summary>
    Starting,

    /// <summary>Readings are taken, but the store refuses them, and they wait in memory; or the log is full, and none are kept.</summary>
    NotStored,

    /// <summary>Nothing is measured yet: the store cannot be opened.</summary>
    WaitsForStore,
}
