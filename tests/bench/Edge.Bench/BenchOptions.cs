namespace Edge.Bench;

/// <summary>What a benchmark may be told on the command line; each reads what it knows, and has a default for it.</summary>
/// <param name="Entries">Readings in a log.</param>
/// <param name="Span">How long a run is measured or written.</param>
/// <param name="Repeats">Programs of each kind that are measured.</param>
internal sealed record BenchOptions(ulong? Entries, TimeSpan? Span, int? Repeats);
