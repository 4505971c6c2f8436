using Edge.Store.Segments;

namespace Edge.Store.Log;

/// <summary>
/// Says which process writes a log: an advisory lock (flock) on a file in its folder, which the kernel gives back when the process ends, however it ends.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int HeldElsewhere = 11;

    private readonly FileStream _held;

    private WriterLock(FileStream held) => _held = held;

    /// <exception cref="StoreException">Another writer holds the log, or the lock file cannot be made.</exception>
    /// <param name="log">The log, for the message.</param>
    /// <param name="path">The lock's file.</param>
    public static WriterLock Take(string log, string path)
    {
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (failure.HResult == HeldElsewhere)
        {
            throw new StoreException($"{log} is being written by another gateway process. Stop it first (fuser {path} names it); two writers would fork the log.", failure, isTransient: true);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException($"{path}: cannot be opened. Check that the folder exists and that this user may write in it.", failure);
        }
        catch (IOException failure)
        {
            throw FileFailure.From(failure, path);
        }
    }

    public void Dispose() => _held.Dispose();
}
