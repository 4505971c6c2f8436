using Edge.Ledger.Merkle;

namespace Edge.Store.Log;

/// <summary>
/// Reads a log beside its writer, from the same or another process. One reader belongs to one thread at a time; open as many as needed.
/// Every call sees all commits that returned before it began.
/// </summary>
/// <remarks>Every method may throw <see cref="StoreException"/>, and <see cref="LogDamagedException"/> where the bytes are not what was written.</remarks>
public interface ILogReader : IDisposable
{
    /// <summary>Where the log is kept, for messages.</summary>
    string Name { get; }

    /// <summary>The hash function of the log's tree, chosen when it was made.</summary>
    TreeHasher Hasher { get; }

    /// <summary>What is held now.</summary>
    LogExtent Extent { get; }

    /// <summary>What it takes on disk now. Looks at the file system: not for every reading.</summary>
    StoreUsage Usage { get; }

    /// <summary>Reads the group of entries, as committed together, that contains an index.</summary>
    /// <param name="index">The entry wanted.</param>
    /// <param name="into">Receives the whole group; cleared first.</param>
    /// <param name="first">The index of the group's first entry.</param>
    /// <returns>False if the entry was evicted or not yet appended; see <see cref="Extent"/>.</returns>
    /// <exception cref="LogDamagedException">Its bytes are lost.</exception>
    bool TryReadBundle(ulong index, EntryBatch into, out ulong first);

    /// <summary>Reads neighbouring hashes of a tile level, as they are stored: a tree checks them.</summary>
    /// <param name="level">Tile level, 0 to 7: its hashes are tree nodes of level 8 * <paramref name="level"/>.</param>
    /// <param name="first">Position of the first one in its level.</param>
    /// <param name="into">Receives as many as are held.</param>
    /// <returns>How many were held.</returns>
    int ReadHashes(int level, ulong first, Span<Hash32> into);

    /// <summary>The tree's peaks as they stand beside the hashes, at the largest size not above <paramref name="atMost"/> for which they do; null if there is none. A tree checks them.</summary>
    SizedPeaks? FindPeaks(ulong atMost);

    /// <summary>The smallest signed checkpoint over at least <paramref name="atLeast"/> entries; null if there is none.</summary>
    SizedRecord? FindCheckpoint(ulong atLeast);

    /// <summary>The largest signed checkpoint; null if there is none.</summary>
    SizedRecord? NewestCheckpoint();

    /// <summary>The receipt with the smallest size of at least <paramref name="atLeast"/>; null if there is none.</summary>
    SizedRecord? FindReceipt(ulong atLeast);

    /// <summary>The receipt with the largest size; null if there is none.</summary>
    SizedRecord? NewestReceipt();

    /// <summary>A city block that a seal refers to; null if it is not held.</summary>
    byte[]? FindBlock(in Hash32 hash);

    /// <summary>A value kept under a key; null if there is none.</summary>
    byte[]? ReadState(string key);
}
