using Edge.Store.Log;
using Edge.Store.Sqlite;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Opens the index; one that is damaged is put aside and begun anew. A device that fails once is asked again before: what the index alone holds is worth it.</summary>
internal static class IndexOpening
{
    public static LogIndex Open(LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage)
    {
        try
        {
            return OpenWhole(paths);
        }
        catch (StoreException failure) when (failure is LogDamagedException or WrongFormatException)
        {
            // Asked again.
        }

        try
        {
            return OpenWhole(paths);
        }
        catch (StoreException failure) when (failure is LogDamagedException or WrongFormatException)
        {
            // A flipped bit in its header makes it another format; a newer program's log is known by its segments.
            var kept = quarantine.Move(paths.Index, "-wal", "-shm");
            damage.Add(new StoreDamage(0, 0, $"{failure.Message} Checkpoints and receipts of evicted segments are lost with it.", kept));
            return LogIndex.Open(paths.Index, write: true);
        }
    }

    private static LogIndex OpenWhole(LogPaths paths)
    {
        var index = LogIndex.Open(paths.Index, write: true);
        try
        {
            index.Check();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }
}
