using Edge.Ledger.Merkle;
using Edge.Store.Segments;

namespace Edge.Store.Log;

/// <summary>Opens the log in a folder.</summary>
public static class LogFolder
{
    private static readonly TreeHasher NewLogs = TreeHasher.Sha256;

    /// <summary>Opens the log for its one writer; makes it if it is not there. The lock lasts until the store is disposed or the process ends.</summary>
    /// <param name="folder">The log's folder, or where it shall be made: new, empty, or a log's.</param>
    /// <param name="hasher">The hash function of a new log's tree; an existing log keeps its own. The default is SHA-256.</param>
    /// <param name="options">How segments are made.</param>
    /// <exception cref="StoreException">The folder cannot be used, holds something else or a log of a newer version, or another process writes it.</exception>
    public static ILogStore Open(string folder, TreeHasher? hasher = null, SegmentOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var paths = new LogPaths(FolderOfLog.Make(folder));
        var owned = WriterLock.Take(paths.Folder, paths.Lock);
        var (how, tree) = (options ?? new SegmentOptions(), hasher ?? NewLogs);
        try
        {
            return OpenAgainIfDamaged(paths, tree, how, owned);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    /// <summary>Damage of the index that was met on the way is noted: then the whole of it is looked through, put aside and made again.</summary>
    private static SegmentLogStore OpenAgainIfDamaged(LogPaths paths, TreeHasher tree, SegmentOptions options, WriterLock owned)
    {
        try
        {
            return Open(paths, tree, options, owned);
        }
        catch (LogDamagedException)
        {
            return Open(paths, tree, options, owned);
        }
    }

    private static SegmentLogStore Open(LogPaths paths, TreeHasher tree, SegmentOptions options, WriterLock owned)
    {
        var opening = new LogOpening(paths, options);
        try
        {
            return new SegmentLogStore(opening.Open(tree), options, owned);
        }
        catch
        {
            opening.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing log for reading, also while another process writes it.</summary>
    /// <exception cref="StoreException">The folder is not there, cannot be read, holds no log, or one of a newer version.</exception>
    public static ILogReader OpenReader(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new SegmentLogReader(new LogPaths(FolderOfLog.Find(folder)));
    }
}
