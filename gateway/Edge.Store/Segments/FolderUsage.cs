using System.IO.Enumeration;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What a log's folder takes on its file system.</summary>
internal static class FolderUsage
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public static StoreUsage Of(LogPaths paths)
    {
        long total = 0;
        foreach (var length in new FileSystemEnumerable<long>(paths.Folder, static (ref FileSystemEntry entry) => entry.IsDirectory ? 0 : entry.Length, All))
            total += length;
        return new StoreUsage(total, LengthOf(paths.Index + "-wal"), new DriveInfo(paths.Folder).AvailableFreeSpace);
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
