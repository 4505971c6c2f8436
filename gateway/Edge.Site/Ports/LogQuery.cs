using Edge.Ledger.Entries;

namespace Edge.Site.Ports;

/// <summary>What someone wants of the log's past, the newest first.</summary>
/// <param name="Channel">Null: all.</param>
/// <param name="Quality">Only readings of it, and no gaps; null: of any. Of no meaning for events.</param>
/// <param name="Limit">Entries in the answer, at most; from 1.</param>
/// <param name="Below">Only entries with a lower index; null: all.</param>
public sealed record LogQuery(string? Channel, Period Period, Quality? Quality, int Limit, ulong? Below)
{
    /// <summary>Only events of this kind; null: of any. Of no meaning for readings.</summary>
    public EntryKind? Kind { get; init; }
}
