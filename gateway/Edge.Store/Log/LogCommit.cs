using Edge.Ledger.Merkle;

namespace Edge.Store.Log;

/// <summary>What is made durable together.</summary>
public readonly ref struct LogCommit
{
    /// <summary>Index of the first entry; must be the log's size.</summary>
    public required ulong FirstIndex { get; init; }

    /// <summary>The entries; may be empty when only a checkpoint is added.</summary>
    public required EntryBatch Entries { get; init; }

    /// <summary>What the entries add to the tree: their leaf hashes, and the nodes of higher tile levels that they complete.</summary>
    public required TileBatch Tiles { get; init; }

    /// <summary>The tree's peaks with this group (<see cref="CompactRange.CopyPeaks"/>).</summary>
    public required ReadOnlySpan<Hash32> Peaks { get; init; }

    /// <summary>The signed checkpoint over <see cref="Size"/> entries; empty if this group is not sealed.</summary>
    public ReadOnlySpan<byte> Checkpoint { get; init; }

    /// <summary>The city block a seal among the entries refers to; empty if none.</summary>
    public ReadOnlySpan<byte> Block { get; init; }

    /// <summary>The hash under which <see cref="Block"/> is found.</summary>
    public Hash32 BlockHash { get; init; }

    /// <summary>The log's size with this group.</summary>
    public ulong Size => FirstIndex + (ulong)Entries.Count;
}
