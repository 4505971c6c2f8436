namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>A message as a host takes it.</summary>
/// <param name="Kind">NBIRTH, DDATA and so on.</param>
/// <param name="Session">bdSeq; null where it has none.</param>
internal sealed record Told(string Kind, string? Device, ulong? Seq, ulong? Session, IReadOnlyList<ToldMetric> Metrics);

/// <param name="Name">As the birth said it of the alias.</param>
internal sealed record ToldMetric(string? Name, double? Value, uint? Quality, string? Reason, ulong? Entry, ulong Timestamp, bool IsHistorical);
