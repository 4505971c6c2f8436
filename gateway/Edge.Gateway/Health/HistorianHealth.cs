namespace Edge.Gateway.Health;

/// <summary>How far the entries are that go to a historian.</summary>
/// <param name="Heard">It answers.</param>
/// <param name="Held">Entries that it holds, by its own word.</param>
/// <param name="Remaining">Entries that have to go yet.</param>
/// <param name="Skipped">Entries that were evicted or damaged before it had them.</param>
public sealed record HistorianHealth(bool Heard, ulong Held, ulong Remaining, ulong Skipped);
