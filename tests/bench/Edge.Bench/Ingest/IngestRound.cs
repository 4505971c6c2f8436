namespace Edge.Bench.Ingest;

/// <summary>One round: the three ways in turn.</summary>
/// <param name="Readings">Readings per second through the gateway.</param>
/// <param name="Batch">Rows per second, 1,000 per commit.</param>
/// <param name="Row">Rows per second, one per commit.</param>
/// <param name="Allocated">Managed bytes per reading in the steady state.</param>
/// <param name="EntryBytes">Mean size of an entry.</param>
internal sealed record IngestRound(double Readings, double Batch, double Row, double Allocated, double EntryBytes);
