using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What a log's folder takes on its file system.</summary>
internal static class FolderUsage
{
    public static StoreUsage Of(LogPaths paths)
    {
        var total = new DirectoryInfo(paths.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(LengthOf);
        return new StoreUsage(total, LengthOf(new FileInfo(paths.Index + "-wal")), new DriveInfo(paths.Folder).AvailableFreeSpace);
    }

    /// <summary>Files come and go meanwhile: one that is gone takes nothing.</summary>
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Exists ? file.Length : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
