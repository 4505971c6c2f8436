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
        var file = FinalPath(path);
        var owned = WriterLock.Take(file);
        try
        {
            return StackLogStore.OpenWriter(file, owned);
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
        var file = new FileInfo(path);
        return file.Exists || Directory.Exists(path) ? StackLogStore.OpenReader(path) : throw new StoreException($"{file.FullName} does not exist. Name the log's file.");
    }

    /// <summary>Where symbolic links lead: one file has one lock, by whatever name it is opened.</summary>
    private static string FinalPath(string path)
    {
        try
        {
            var named = new FileInfo(path);
            return named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path}: cannot be followed to a file: {failure.Message} Name the file itself.", failure);
        }
    }
}
