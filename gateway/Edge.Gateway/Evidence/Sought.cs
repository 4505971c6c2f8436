namespace Edge.Gateway.Evidence;

/// <summary>What of a time is looked for in the log.</summary>
internal enum Sought
{
    /// <summary>Readings, and gaps that speak of that time wherever they stand.</summary>
    ReadingsAndGaps,

    /// <summary>Readings: batches after that time are passed over without being looked at.</summary>
    Readings,

    /// <summary>All but readings: batches that have nothing else are passed over by the word of their seals.</summary>
    Events,
}
