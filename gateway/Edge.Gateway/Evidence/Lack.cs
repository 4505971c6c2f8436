namespace Edge.Gateway.Evidence;

/// <summary>What evidence that cannot be given lacks.</summary>
public enum Lack
{
    /// <summary>Something of it was evicted, is damaged, or is not in the log as it should be.</summary>
    Bytes,

    /// <summary>Nothing was recorded of what is asked for.</summary>
    NothingThere,

    /// <summary>The city's anchor.</summary>
    Anchor,

    /// <summary>Room: it is more than one file may have.</summary>
    Room,
}
