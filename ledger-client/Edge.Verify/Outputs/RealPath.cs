using System.Runtime.InteropServices;

namespace Edge.Verify.Outputs;

/// <summary>The file behind links, whether or not it is there yet: its folder by realpath(3), its last name link by link as the kernel does.</summary>
internal static partial class RealPath
{
    /// <summary>As many links in a row as Linux follows (path_resolution(7)).</summary>
    private const int MaxLinks = 40;
    private const int MaxPath = 4096;

    /// <param name="target">In full; when there is no folder for it, the name that asks for one.</param>
    /// <exception cref="IOException">The links lead nowhere but to each other.</exception>
    public static bool TryFind(string path, out string target)
    {
        target = path;
        for (var links = 0; links <= MaxLinks; links++)
        {
            var folder = Path.GetDirectoryName(target);
            if (Folder(string.IsNullOrEmpty(folder) ? "." : folder) is not { } real)
                return false;
            var file = Path.Combine(real, Path.GetFileName(target));
            if (new FileInfo(file).LinkTarget is not { } next)
            {
                target = file;
                return true;
            }

            target = Path.Combine(real, next);
        }

        throw new IOException("Too many levels of symbolic links", OutputFaults.TooManyLinks);
    }

    private static string? Folder(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
        var found = new byte[MaxPath];
        return Find(folder, found) != 0 ? System.Text.Encoding.UTF8.GetString(found.AsSpan(0, found.AsSpan().IndexOf((byte)0))) : null;
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Find(string path, [Out] byte[] found);
}
