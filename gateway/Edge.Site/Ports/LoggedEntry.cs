using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;

namespace Edge.Site.Ports;

/// <summary>An entry of the log as it is shown.</summary>
/// <param name="Index">Its place in the log.</param>
/// <param name="At">When it was, as the clock turned out to be; null when nothing says so. Of a gap: null, it has its own times.</param>
public sealed record LoggedEntry(ulong Index, Entry Entry, ShownTime? At);
