using Edge.Ledger.Entries;

namespace Edge.Gateway.Hosting;

/// <param name="Taken">Readings since the start, by quality.</param>
/// <param name="Uncommitted">Of these, not durable yet.</param>
/// <param name="Size">Entries that are durable.</param>
/// <param name="Sealed">Entries under a signed checkpoint.</param>
/// <param name="LagSeconds">Age of the oldest seal the city does not hold yet; 0 when it holds all.</param>
public readonly record struct StatusNumbers(QualityCounts Taken, long Uncommitted, ulong Size, ulong Sealed, double LagSeconds);
