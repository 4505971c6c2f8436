using Edge.Ledger.Merkle;

namespace Edge.Ledger.City.Blocks;

/// <summary>Where a gateway's newest ordered checkpoint stands in the city log.</summary>
/// <param name="Origin">The gateway's log.</param>
/// <param name="Size">Size of the checkpoint.</param>
/// <param name="Root">Its root.</param>
/// <param name="Leaf">Index of its leaf in the city log.</param>
/// <param name="BlockSize">Size of the city log at the block that ordered it.</param>
public sealed record OrderedAnchor(string Origin, ulong Size, Hash32 Root, ulong Leaf, ulong BlockSize);
