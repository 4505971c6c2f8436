using Edge.Ledger.Merkle;

namespace Edge.Store.Log;

/// <summary>A tree's peaks at a size.</summary>
/// <param name="Peaks">From left to right, as <see cref="CompactRange.CopyPeaks"/> gives them.</param>
public readonly record struct SizedPeaks(ulong Size, Hash32[] Peaks);
