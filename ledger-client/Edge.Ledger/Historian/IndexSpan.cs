namespace Edge.Ledger.Historian;

/// <summary>Neighbouring indices of a log: from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
/// <param name="From">The first one.</param>
/// <param name="To">Above <paramref name="From"/>; at most 2^63 - 1.</param>
public readonly record struct IndexSpan(ulong From, ulong To)
{
    /// <summary>How many there are.</summary>
    public ulong Count => To - From;
}
