using Edge.Store.Stacks;

namespace Edge.Store.Log;

/// <summary>Opens a log by its path with the store of the stack this program was built with.</summary>
public static class LogStoreFile
{
    /// <summary>Opens the log for its one writer; makes it if it is not there. The lock lasts until the store is disposed or the process ends.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is not a log, is of a newer version, or another process writes it.</exception>
    public static ILogStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var owned = WriterLock.Take(path);
        try
        {
            return StackLogStore.OpenWriter(path, owned);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing log for reading, also while another process writes it.</summary>
    /// <exception cref="StoreException">The file is not there, cannot be opened, is not a log, or is of a newer version.</exception>
    public static ILogReader OpenReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return StackLogStore.OpenReader(path);
    }
}
