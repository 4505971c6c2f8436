namespace Edge.Gateway.Hosting;

/// <param name="Readings">Since the start.</param>
/// <param name="Bad">Of these, of bad quality.</param>
/// <param name="Size">Entries that are durable.</param>
/// <param name="Sealed">Entries under a signed checkpoint.</param>
/// <param name="LagSeconds">Age of the oldest seal the city does not hold yet; 0 when it holds all.</param>
public readonly record struct StatusNumbers(long Readings, long Bad, ulong Size, ulong Sealed, double LagSeconds);
