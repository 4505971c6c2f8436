using System.IO.Enumeration;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What a log's folder takes on its file system.</summary>
internal static class FolderUsage
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <exception cref="StoreException">The folder cannot be looked at: it was moved away, or its file system does not let it.</exception>
    public static StoreUsage Of(LogPaths paths)
    {
        try
        {
            return Measure(paths);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, paths.Folder);
        }
    }

    private static StoreUsage Measure(LogPaths paths)
    {
        long total = 0, lasting = 0;
        foreach (var (length, lasts) in new FileSystemEnumerable<(long, bool)>(paths.Folder, static (ref FileSystemEntry entry) => (entry.IsDirectory ? 0 : entry.Length, Lasts(entry.FileName)), All))
        {
            total += length;
            lasting += lasts ? length : 0;
        }

        return new StoreUsage(total, LengthOf(paths.Index + "-wal"), new DriveInfo(paths.Folder).AvailableFreeSpace) { Lasting = lasting };
    }

    private static bool Lasts(ReadOnlySpan<char> name) => name.StartsWith("hashes.", StringComparison.Ordinal) || name.SequenceEqual("index.db");

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
