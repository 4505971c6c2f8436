namespace Edge.Gateway.Health;

/// <summary>Is it proving, that is, does the city hold what was sealed?</summary>
public enum ProvingState
{
    /// <summary>The city holds everything sealed, but for what was sealed a moment ago.</summary>
    Yes,

    /// <summary>It began a moment ago.</summary>
    Starting,

    /// <summary>No link to the city: a normal state. Readings go on being sealed, and one anchor will cover them all.</summary>
    Offline,

    /// <summary>The link is back, the anchor is on its way.</summary>
    CatchingUp,

    /// <summary>There is a link, but the city does not accept.</summary>
    Waiting,

    /// <summary>There is a link, and every department that answers refuses.</summary>
    Refused,

    /// <summary>Anchoring has stopped for good.</summary>
    Halted,
}
