using Edge.Gateway.Configuration;

namespace Edge.Gateway.Consequences;

/// <summary>What a log may take on the disk where it lies or will lie.</summary>
internal static class DiskRoom
{
    /// <summary>Bytes that are free there or the log's already, the floor left out; null when that place is not to be had.</summary>
    public static long? Of(StoreSettings store)
    {
        try
        {
            var folder = new DirectoryInfo(store.Folder);
            var own = folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : 0;
            while (!folder.Exists && folder.Parent is { } parent)
                folder = parent;
            return new DriveInfo(folder.FullName).AvailableFreeSpace + own - store.FreeSpaceFloor;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
