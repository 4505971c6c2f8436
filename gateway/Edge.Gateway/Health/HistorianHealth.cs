namespace Edge.Gateway.Health;

/// <summary>How far the entries are that go to a historian.</summary>
/// <param name="Heard">It answers.</param>
/// <param name="Held">Entries that it holds, by its own word.</param>
/// <param name="Remaining">Entries that are held and have to go yet.</param>
/// <param name="Skipped">Entries that were evicted or damaged before it had them.</param>
/// <param name="Doubt">Why its last answer was not believed; null while it is heard, or does not answer.</param>
/// <param name="Trouble">Why sending failed and begins anew; null while it goes on.</param>
public sealed record HistorianHealth(bool Heard, ulong Held, ulong Remaining, ulong Skipped, string? Doubt = null, string? Trouble = null);
