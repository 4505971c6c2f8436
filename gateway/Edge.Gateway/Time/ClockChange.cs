using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>What became of wall time, and the entry that says so.</summary>
public sealed record ClockChange(ClockEvent What, ClockEntry Entry);
