using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>Samples of one channel that did not fit the queue.</summary>
public sealed record Overrun(int Channel, WallTime? From, WallTime? To, long Count);
