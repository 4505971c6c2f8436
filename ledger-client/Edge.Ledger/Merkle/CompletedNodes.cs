namespace Edge.Ledger.Merkle;

/// <summary>Receives neighbouring nodes of a growing tree: roots of perfect subtrees that will not change any more.</summary>
/// <param name="level">0 for leaves.</param>
/// <param name="first">The index of the first one in its level.</param>
/// <param name="nodes">At least one; valid during the call only.</param>
public delegate void CompletedNodes(int level, ulong first, ReadOnlySpan<Hash32> nodes);
