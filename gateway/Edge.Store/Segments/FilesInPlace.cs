using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>
/// Asks before each group and each eviction whether the names in the folder still lead to what this writer holds, one statx(2) each, and makes again, out of what
/// is still open, what was removed or replaced: nothing is lost with it, and that is told. What stands in its place is put aside.
/// </summary>
internal sealed class FilesInPlace(LogPaths paths, WriterLock owned, HashFiles hashes, SealedFile sealedFile, DamageList damage)
{
    private readonly QuarantineFolder _quarantine = new(paths);

    /// <returns>The index to go on with: another one if it had to be made again.</returns>
    /// <exception cref="StoreException">The folder is not the log's, or does not take what must be made again.</exception>
    /// <exception cref="LogTakenException">Another process may write the log.</exception>
    public LogIndex Keep(LogIndex index)
    {
        owned.Keep();
        foreach (var file in hashes.Held)
        {
            if (file is not null && !file.IsInPlace)
                PutBack(file);
        }

        if (!sealedFile.Held.IsInPlace)
            PutBack(sealedFile.Held);
        return index.IsInPlace ? index : PutBack(index);
    }

    /// <summary>Whether someone else has written into one of them, through its own name.</summary>
    public bool AreWrittenByOthers(LogIndex index)
    {
        foreach (var file in hashes.Held)
        {
            if (file?.IsWrittenByOthers == true)
                return true;
        }

        return sealedFile.Held.IsWrittenByOthers || index.IsWrittenByOthers;
    }

    private void PutBack(HeldFile file)
    {
        var kept = Path.Exists(file.Path) ? _quarantine.Move(file.Path) : null;
        file.PutBack();
        Tell(file.Path, kept);
    }

    private LogIndex PutBack(LogIndex index)
    {
        var again = IndexOpening.PutBack(index, paths, _quarantine, out var kept);
        Tell(paths.Index, kept);
        return again;
    }

    private void Tell(string path, string? kept) =>
        damage.Add(new StoreDamage(0, 0, $"{path} was removed or replaced while the gateway writes the log. It was made again out of what was still open; nothing is lost. Find out who changes files in that folder.", kept) { IsByHand = true });
}
