using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Opens the index; one that is damaged is put aside and begun anew. A device that fails once is asked again before: what the index alone holds is worth it.</summary>
internal static class IndexOpening
{
    /// <param name="wholeUpTo">Bytes of an index that is looked through at each open (<see cref="LogIndex.Check"/>).</param>
    /// <param name="mustBeThere">Whether there is a log, which had one.</param>
    /// <param name="anew">Whether it was made anew.</param>
    public static LogIndex Open(LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage, long wholeUpTo, bool mustBeThere, out bool anew)
    {
        anew = !File.Exists(paths.Index);
        if (anew && mustBeThere && !damage.Exists(d => d.What.StartsWith(paths.Index, StringComparison.Ordinal)))
        {
            // What its log held must not go into the new one.
            var kept = File.Exists(paths.Index + "-wal") ? quarantine.Move(paths.Index, "-wal", "-shm", "-check") : null;
            damage.Add(new StoreDamage(0, 0, $"{paths.Index} was not there, although its segments are: somebody has removed it, to change the stack perhaps. It is made again from the segments.", kept) { IsByHand = true });
        }

        StoreException? failure = null;
        var index = TryOpen(paths, wholeUpTo, ref failure) ?? TryOpen(paths, wholeUpTo, ref failure);
        if (index is null && DamagedLog.TryCut(paths, quarantine, damage))
            index = TryOpen(paths, wholeUpTo, ref failure);
        if (index is not null)
            return index;
        // A flipped bit in its header makes it another format; a newer program's log is known by its segments.
        damage.Add(new StoreDamage(0, 0, failure!.Message, quarantine.Move(paths.Index, "-wal", "-shm", "-check")));
        anew = true;
        return LogIndex.OpenToWrite(paths.Index);
    }

    /// <summary>Puts one aside that was brought from another log, and begins it anew.</summary>
    public static LogIndex PutAside(LogIndex others, LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage)
    {
        var name = LogName.Of(others.NewestCheckpoint());
        others.Dispose();
        var kept = quarantine.Move(paths.Index, "-wal", "-shm", "-check");
        damage.Add(new StoreDamage(0, 0, $"{paths.Index} is that of another log ({name ?? "its segments are not those that are here"}), and is not believed. It is made again from the segments.", kept));
        return LogIndex.OpenToWrite(paths.Index);
    }

    /// <summary>Makes an index whose files were removed or replaced again under their names, out of the database that is still open, and opens that one instead.</summary>
    /// <param name="kept">Where what stood there was put; null if nothing did.</param>
    /// <exception cref="StoreException">The folder does not take it; what is held stays.</exception>
    public static LogIndex PutBack(LogIndex held, LogPaths paths, QuarantineFolder quarantine, out string? kept)
    {
        var beside = paths.Index + ".new";
        try
        {
            File.Delete(beside);
            held.CopyTo(beside);
            kept = quarantine.Move(paths.Index, "-wal", "-shm");
            File.Move(beside, paths.Index);
            FileBytes.SyncFolder(paths.Folder);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, paths.Index);
        }

        var again = LogIndex.OpenToWrite(paths.Index);
        held.Dispose();
        return again;
    }

    /// <returns>Null if it is damaged.</returns>
    private static LogIndex? TryOpen(LogPaths paths, long wholeUpTo, ref StoreException? failure)
    {
        try
        {
            return OpenChecked(paths, wholeUpTo);
        }
        catch (StoreException found) when (found is LogDamagedException or WrongFormatException)
        {
            failure = found;
            return null;
        }
    }

    private static LogIndex OpenChecked(LogPaths paths, long wholeUpTo)
    {
        var index = LogIndex.OpenToWrite(paths.Index);
        try
        {
            index.Check(wholeUpTo);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }
}
