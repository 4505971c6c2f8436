using System.Runtime.InteropServices;

namespace Edge.Gateway.Health;

/// <summary>Asks, by access(2), whether a folder lies on a file system that is mounted read-only, without trying to write.</summary>
internal static partial class ReadOnlyFolder
{
    private const int Write = 2;
    private const int ReadOnlyFileSystem = 30;

    public static bool Is(string folder) => Access(folder, Write) != 0 && Marshal.GetLastPInvokeError() == ReadOnlyFileSystem;

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
