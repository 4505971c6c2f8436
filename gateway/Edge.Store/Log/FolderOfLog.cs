using Edge.Store.Segments;

namespace Edge.Store.Log;

/// <summary>Finds or makes a log's folder, and keeps away from whatever else a path leads to.</summary>
internal static class FolderOfLog
{
    private static ReadOnlySpan<byte> Database => "SQLite format 3\0"u8;

    /// <summary>The folder, new or not, by the path that symbolic links lead to: one log has one lock, by whatever name it is opened.</summary>
    public static string Make(string path)
    {
        try
        {
            var folder = Final(path);
            RequireNoFile(folder);
            if (!Directory.Exists(folder))
                Create(folder);
            RequireLogOrNothing(folder);
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (FileFailure.From(failure, path) is StoreUnavailableException unavailable)
                throw unavailable;
            throw new StoreException($"{path}: cannot be opened: {failure.Message} Check that the folder exists and that this user may write in it.", failure);
        }
    }

    /// <summary>An existing folder.</summary>
    public static string Find(string path)
    {
        var folder = Path.GetFullPath(path);
        RequireNoFile(folder);
        return Directory.Exists(folder) ? folder : throw new StoreException($"{folder} does not exist. Name the log's folder.");
    }

    private static string Final(string path)
    {
        try
        {
            var named = new DirectoryInfo(Path.TrimEndingDirectorySeparator(path));
            return Path.TrimEndingDirectorySeparator(named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path}: cannot be followed to a folder: {failure.Message} Name the folder itself.", failure);
        }
    }

    private static void Create(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        if (!Directory.Exists(parent))
            throw new StoreException($"{folder}: cannot be made, because {parent} does not exist. Make that folder first.");
        Directory.CreateDirectory(folder);
        FileBytes.SyncFolder(parent);
    }

    private static void RequireNoFile(string path)
    {
        if (!File.Exists(path))
            return;
        throw new StoreException(IsDatabase(path)
            ? $"{path} is a database file, such as a log of an earlier version. A log is a folder now: name another path; the file was not touched."
            : $"{path} is a file, and a log is a folder. Name another path; the file was not touched.");
    }

    /// <summary>A pipe or a device, which might never answer, has no length and is not opened.</summary>
    private static bool IsDatabase(string path)
    {
        if (new FileInfo(path).Length < Database.Length)
            return false;
        var start = new byte[Database.Length];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Database.SequenceEqual(start);
    }

    /// <summary>A file system's own folder, and what the gateway keeps beside a log whatever becomes of it.</summary>
    private static readonly string[] NobodysOther = ["lost+found", "ballast"];

    /// <summary>A log whose lock was removed is one still, by its segments, or when these are gone by what only a log has.</summary>
    public static bool IsLog(LogPaths paths) => Path.Exists(paths.Lock) || paths.NamedAsSegments().Count > 0 || Path.Exists(paths.Sealed) || Path.Exists(paths.Hashes(0));

    private static void RequireLogOrNothing(string folder)
    {
        var other = IsLog(new LogPaths(folder)) ? null : Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(e => !NobodysOther.Contains(Path.GetFileName(e)));
        if (other is not null)
            throw new StoreException($"{folder} holds other things than a log ({Path.GetFileName(other)}). Name a new or an empty folder; nothing was touched.");
    }
}
