using Edge.Store.Segments;

namespace Edge.Store.Log;

/// <summary>
/// Says which process writes a log: advisory locks (flock) on its folder, which nobody can take away, and on a file in it, which tells a log's folder and which
/// <c>fuser</c> finds. The kernel gives them back when the process ends, however it ends.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int HeldElsewhere = 11;

    private readonly LogPaths _paths;
    private readonly string _path;
    private readonly MisplacedFiles _misplaced;
    private readonly PathLock _folder;
    private readonly (ulong, ulong)? _folderIdentity;
    private FileStream _file;
    private (ulong, ulong)? _fileIdentity;

    private WriterLock(LogPaths paths, MisplacedFiles misplaced, PathLock folder, FileStream file)
    {
        (_paths, _path, _misplaced, _folder, _file) = (paths, paths.Lock, misplaced, folder, file);
        (_folderIdentity, _fileIdentity) = (FileIdentity.Of(paths.Folder), FileIdentity.Of(_path));
    }

    /// <exception cref="StoreException">Another writer holds the log, or the lock file cannot be made.</exception>
    /// <param name="misplaced">Puts aside what stands in the place of its file.</param>
    public static WriterLock Take(LogPaths paths, MisplacedFiles misplaced)
    {
        PathLock? folder = null;
        try
        {
            folder = PathLock.TryTake(paths.Folder) ?? throw Elsewhere(paths);
            return new WriterLock(paths, misplaced, folder, TakeFile(paths, misplaced));
        }
        catch (IOException failure)
        {
            folder?.Dispose();
            throw failure.HResult == HeldElsewhere ? Elsewhere(paths, failure) : FileFailure.From(failure, paths.Lock);
        }
        catch (UnauthorizedAccessException failure)
        {
            folder?.Dispose();
            throw new StoreException($"{paths.Lock}: cannot be opened. Check that the folder exists and that this user may write in it.", failure);
        }
    }

    /// <summary>Sees that the folder is still under its name and the lock's file in it; a file that was removed or replaced is made again.</summary>
    /// <exception cref="StoreException">The path leads to no folder or to another one: nothing can be written until it leads back.</exception>
    /// <exception cref="LogTakenException">Another process may write the log.</exception>
    public void Keep()
    {
        var found = FileIdentity.Of(_paths.Folder);
        if (found != _folderIdentity)
            throw new StoreException(found is null
                ? $"{_paths.Folder} was moved or removed while the gateway writes it. Put it back: the gateway then goes on by itself."
                : $"{_paths.Folder} is another folder than the one that the gateway writes. Put that one back: the gateway then goes on by itself. To go on in the folder that is there now, restart the gateway, but only if it holds all that the other one does: the city never accepts a second history.");
        if (FileIdentity.Of(_path) != _fileIdentity)
            TakeAgain();
    }

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    private void TakeAgain()
    {
        try
        {
            var file = _folder.IsHeld ? TakeFile(_paths, _misplaced) : throw Taken(_paths);
            _file.Dispose();
            (_file, _fileIdentity) = (file, FileIdentity.Of(_path));
        }
        catch (IOException failure) when (failure.HResult == HeldElsewhere)
        {
            throw Taken(_paths, failure);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, _path);
        }
    }

    private static FileStream TakeFile(LogPaths paths, MisplacedFiles misplaced)
    {
        misplaced.SetAside(paths.Lock);
        return new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    private static StoreException Elsewhere(LogPaths paths, Exception? cause = null) => new(
        $"{paths.Folder} is being written by another gateway process. Stop it first (fuser {paths.Lock} names it); two writers would fork the log.", cause, isTransient: true);

    private static LogTakenException Taken(LogPaths paths, Exception? cause = null) => new(
        $"{paths.Lock} was taken away while the gateway writes the log, and another process may write it now. This one ends, so that no second history is signed. See that one gateway only is started with this log (fuser {paths.Lock}).", cause);
}
