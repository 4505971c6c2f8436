using Edge.Ledger.Entries;

namespace Edge.Ledger.Evidence;

/// <summary>An entry that is proved to stand at this place of the log.</summary>
public sealed record ProvedEntry(ulong Index, Entry Entry);
