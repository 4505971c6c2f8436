namespace Edge.Gateway.Consequences;

/// <summary>What a short rehearsal of a configuration took, per day of its simulated time.</summary>
/// <param name="BytesPerDay">That the log's folder grows by.</param>
/// <param name="LastingBytesPerDay">Of these, hashes: they stay when entries go.</param>
/// <param name="SealsPerDay">Batches.</param>
/// <param name="EntriesPerDay">Readings, seals and all others.</param>
/// <param name="WrittenPerDay">Bytes that the process wrote to a disk; null where it wrote to none.</param>
/// <param name="AnchorBytes">One anchor's payload, away from the city for a month.</param>
public sealed record Measured(double BytesPerDay, double LastingBytesPerDay, double SealsPerDay, double EntriesPerDay, double? WrittenPerDay, int AnchorBytes);
