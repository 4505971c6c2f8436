using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>A log's folder, opened for writing and recovered.</summary>
/// <param name="Recent">Not empty.</param>
/// <param name="Size">All entries that were given a number.</param>
/// <param name="Peaks">The tree's peaks over them.</param>
/// <param name="Untold">What of the damage does not stand in the log yet.</param>
/// <param name="GoesOn">Whether the newest segment takes further frames; otherwise the next commit begins a new one.</param>
internal sealed record OpenedLog(
    LogPaths Paths, LogIndex Index, HashFiles Hashes, RecentSegments Recent, SealedFile Sealed, TreeHasher Hasher, ulong Size, Hash32[] Peaks, bool GoesOn, IReadOnlyList<StoreDamage> Damage, UntoldDamage Untold)
{
    /// <summary>A checkpoint whose frame is lost: to be written again, so that it is found.</summary>
    public ResealedCheckpoint? Resealed { get; init; }
}

/// <summary>A checkpoint to be written again.</summary>
/// <param name="Peaks">The tree's peaks at its size, which the newest segment has.</param>
internal sealed record ResealedCheckpoint(SizedRecord Note, Hash32[] Peaks);
