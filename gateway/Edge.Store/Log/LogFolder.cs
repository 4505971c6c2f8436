using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
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
    /// <param name="signer">The key that signs this log's checkpoints: what another one signed is not gone on from. If null, signatures are not looked at.</param>
    /// <exception cref="StoreException">The folder cannot be used, holds something else or a log of a newer version, or another process writes it.</exception>
    public static ILogStore Open(string folder, TreeHasher? hasher = null, SegmentOptions? options = null, VerifierKey? signer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var paths = new LogPaths(FolderOfLog.Make(folder));
        var misplaced = new MisplacedFiles(paths, new QuarantineFolder(paths));
        var owned = WriterLock.Take(paths, misplaced);
        var how = options ?? new SegmentOptions();
        var damage = new DamageList(misplaced.Found);
        try
        {
            return new WatchedLogStore(() => Open(paths, signer, how, hasher ?? NewLogs, opened => new SegmentLogStore(opened, how, owned, damage)), damage, owned);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    private static SegmentLogStore Open(LogPaths paths, VerifierKey? signer, SegmentOptions options, TreeHasher hasher, Func<OpenedLog, SegmentLogStore> take)
    {
        var misplaced = new MisplacedFiles(paths, new QuarantineFolder(paths));
        misplaced.SetAside();
        return OpenAgainIfDamaged(() => new LogOpening(paths, options, signer, misplaced.Found), take, hasher);
    }

    /// <summary>Damage of the index that was met on the way is noted: then the whole of it is looked through, put aside and made again.</summary>
    private static SegmentLogStore OpenAgainIfDamaged(Func<LogOpening> begin, Func<OpenedLog, SegmentLogStore> take, TreeHasher hasher)
    {
        try
        {
            return Open(begin(), take, hasher);
        }
        catch (LogDamagedException)
        {
            return Open(begin(), take, hasher);
        }
    }

    private static SegmentLogStore Open(LogOpening opening, Func<OpenedLog, SegmentLogStore> take, TreeHasher hasher)
    {
        try
        {
            return take(opening.Open(hasher));
        }
        catch
        {
            opening.Dispose();
            throw;
        }
    }

    /// <summary>Whether a log is kept in a folder. Looks at names only.</summary>
    /// <exception cref="StoreException">The folder cannot be listed.</exception>
    public static bool IsLog(string folder) => Directory.Exists(folder) && FolderOfLog.IsLog(new LogPaths(folder));

    /// <summary>Looks whether the other stack's programs keep a log, which this one cannot open. Touches nothing.</summary>
    /// <returns>The refusal; null when there is no such log, or nobody can tell.</returns>
    public static OtherStackException? OtherStack(string folder) => IndexOwner.WhyNot(new LogPaths(folder).Index);

    /// <summary>Opens an existing log for reading, also while another process writes it.</summary>
    /// <exception cref="StoreException">The folder is not there, cannot be read, holds no log, or one of a newer version.</exception>
    public static ILogReader OpenReader(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new SegmentLogReader(new LogPaths(FolderOfLog.Find(folder)));
    }

    /// <summary>Makes durable what a log's newest segments hold: a reader sees also what its writer has written and not yet synced.</summary>
    /// <exception cref="StoreException">It is not durable.</exception>
    public static void Sync(string folder)
    {
        var paths = new LogPaths(FolderOfLog.Find(folder));
        foreach (var path in paths.Segments().TakeLast(2).Select(paths.Segment).Where(p => !FileIdentity.IsSpecial(p)))
        {
            try
            {
                using var segment = FileBytes.OpenRead(path);
                FileBytes.Sync(segment);
            }
            catch (Exception failure) when (FileFailure.IsOne(failure))
            {
                throw FileFailure.From(failure, path);
            }
        }
    }
}
