using System.Runtime.InteropServices;

namespace Edge.Store.Log;

/// <summary>What a log takes on its file system, in bytes.</summary>
/// <param name="Total">All files of the log together; the other figures are parts of it.</param>
/// <param name="WriteAheadLog">The database's write-ahead log.</param>
/// <param name="Free">What this user may still write on that file system.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoreUsage(long Total, long WriteAheadLog, long Free)
{
    /// <summary>What no eviction frees: the hashes, from which later proofs are made, and the index.</summary>
    public long Lasting { get; init; }
}
