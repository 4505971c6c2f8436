using Edge.Store.Log;

namespace Edge.Gateway.Outputs;

/// <summary>Whether a path leads into a folder: told by the identity of the folders above it, for a link or a mount gives a folder other names.</summary>
internal static class FolderIdentity
{
    /// <param name="path">In full; need not exist.</param>
    public static bool Holds(string folder, string path)
    {
        if (FileIdentity.Of(folder) is not { } wanted)
            return false;
        var above = Path.GetDirectoryName(path);
        while (above is not null && !Directory.Exists(above))
            above = Path.GetDirectoryName(above);
        for ((ulong, ulong)? before = null; above is not null && FileIdentity.Of(above) is { } found && before != found; above = $"{above}/..")
        {
            if (found == wanted)
                return true;
            before = found;
        }

        return false;
    }

    /// <summary>Whether two paths, in full, name one file, though not by the same folders' names.</summary>
    public static bool IsSame(string one, string other) => one == other
        || (Path.GetFileName(one) == Path.GetFileName(other) && FileIdentity.Of(Path.GetDirectoryName(one)!) is { } folder && FileIdentity.Of(Path.GetDirectoryName(other)!) == folder);
}
