namespace Edge.Bench.Ingest;

/// <summary>One round: the ways in turn.</summary>
/// <param name="Readings">Readings per second through the gateway.</param>
/// <param name="Batch">Rows per second, 1,000 per commit.</param>
/// <param name="Row">Rows per second, one per commit.</param>
/// <param name="Documents">Entries per second in documents of 1,000 in the stack's own database; null where that is SQLite.</param>
/// <param name="Allocated">Managed bytes per reading in the steady state.</param>
/// <param name="EntryBytes">Mean size of an entry.</param>
internal sealed record IngestRound(double Readings, double Batch, double Row, double? Documents, double Allocated, double EntryBytes);
