using Edge.Ledger.Merkle;

namespace Edge.Store.Segments;

/// <summary>Tells this log's segments from those of another one with the same number.</summary>
/// <param name="tree">This log's hash function.</param>
/// <param name="own">Whose it is.</param>
internal sealed class SegmentJudge(TreeHasher tree, OwnLog own, HashRecovery recovery, ClosedReplay replay)
{
    /// <param name="segment">Scanned.</param>
    /// <param name="follows">Whether it follows what was recovered immediately.</param>
    public bool IsForeign(Segment segment, bool follows)
    {
        if (own.IsAnothers(segment))
            return true;
        if (segment.Header is not { } header)
            return false;
        return header.TreeHash != tree.Name || (follows && IsOfAnotherTree(header));
    }

    /// <summary>When the hash files and the header say different things, the entries before decide, if they are whole.</summary>
    private bool IsOfAnotherTree(SegmentHeader header)
    {
        if (!recovery.Contradicts(header))
            return false;
        var size = recovery.Size;
        if (!recovery.IsWhole)
            replay.Run();
        if (!recovery.HasBegun || recovery.Size != size)
            recovery.BeginAt(size);
        return header.First < size || (recovery.IsWhole && recovery.Contradicts(header));
    }

    /// <summary>The hash function that the newest readable header of some segments names; null if there are none, or only ones with damaged headers.</summary>
    /// <exception cref="StoreUnavailableException">The device gives no header of any segment: going on would begin a second history.</exception>
    public static TreeHasher? Hasher(LogPaths paths, List<uint> numbers)
    {
        var unreadable = 0;
        foreach (var number in Enumerable.Reverse(numbers))
        {
            using var segment = Segment.TryOpen(paths, number, write: false);
            if (segment?.Header is { } header)
                return TreeHashes.Named(header.TreeHash, paths.Folder);
            unreadable += segment?.GivesNothing() ?? true ? 1 : 0;
        }

        return unreadable > 0 && unreadable == numbers.Count
            ? throw new StoreUnavailableException($"{paths.Folder}: the device gives none of the log's segments. Check the card or disk and how it is connected (dmesg); nothing was touched.")
            : null;
    }
}
