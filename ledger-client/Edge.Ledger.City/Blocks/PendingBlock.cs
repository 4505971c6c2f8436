using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Blocks;

/// <summary>A block that is durable and signed by the city log, but not yet cosigned by a quorum.</summary>
/// <param name="Header">Its last leaf.</param>
/// <param name="FirstLeaf">Index of its first leaf.</param>
/// <param name="Note">The city log's checkpoint with this block.</param>
public sealed record PendingBlock(BlockHeader Header, ulong FirstLeaf, SignedNote Note)
{
    /// <summary>Size of the city log with this block.</summary>
    public ulong Size => Checkpoint.Parse(Note).Size;

    /// <summary>Index of its last leaf, the header.</summary>
    public ulong HeaderLeaf => Size - 1;
}
