using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>A log's folder, opened for writing and recovered.</summary>
/// <param name="Recent">Not empty.</param>
/// <param name="Peaks">The tree's peaks over all entries.</param>
/// <param name="GoesOn">Whether the newest segment takes further frames; otherwise the next commit begins a new one.</param>
internal sealed record OpenedLog(
    LogPaths Paths, LogIndex Index, HashFiles Hashes, RecentSegments Recent, SealedFile Sealed, TreeHasher Hasher, Hash32[] Peaks, bool GoesOn, IReadOnlyList<StoreDamage> Damage)
{
    /// <summary>A checkpoint whose frame is lost: to be written again, so that it is found.</summary>
    public SizedRecord? Resealed { get; init; }
}
