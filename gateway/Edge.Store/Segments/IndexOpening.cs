using Edge.Store.Log;
using Edge.Store.Sqlite;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Opens the index; one that is damaged is put aside and begun anew.</summary>
internal static class IndexOpening
{
    public static LogIndex Open(LogPaths paths, QuarantineFolder quarantine, List<StoreDamage> damage)
    {
        LogIndex? index = null;
        try
        {
            index = LogIndex.Open(paths.Index, write: true);
            index.Check();
            return index;
        }
        catch (StoreException failure) when (failure is LogDamagedException or WrongFormatException)
        {
            // A flipped bit in its header makes it another format; a newer program's log is known by its segments.
            index?.Dispose();
            var kept = quarantine.Move(paths.Index, "-wal", "-shm");
            damage.Add(new StoreDamage(0, 0, $"{failure.Message} Checkpoints and receipts of evicted segments are lost with it.", kept));
            return LogIndex.Open(paths.Index, write: true);
        }
        catch
        {
            index?.Dispose();
            throw;
        }
    }
}
