using Edge.Ledger.Entries;

namespace Edge.Ledger.Clocks;

/// <summary>The time to show for a reading.</summary>
/// <param name="Wall">With its uncertainty.</param>
/// <param name="Correction">Null when it is the reading's own; otherwise it was recomputed, and this is the monotonic time, ns, of what says that the reading's own was wrong or, when it had none, what it is.</param>
public readonly record struct ShownTime(WallTime Wall, ulong? Correction)
{
    public bool IsRecomputed => Correction is not null;
}
