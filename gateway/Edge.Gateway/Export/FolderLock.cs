using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Edge.Gateway.Export;

/// <summary>A folder held by one process: flock(2) on the folder itself. No file stands for the lock, so none can be left, renamed or linked; the kernel gives it back however the process ends.</summary>
internal sealed partial class FolderLock : IDisposable
{
    private const int ReadOnlyCloseOnExec = 0x80000;
    private const int ExclusiveAtOnce = 2 | 4;
    private const int WouldBlock = 11;

    private readonly SafeFileHandle _folder;

    private FolderLock(SafeFileHandle folder) => _folder = folder;

    /// <returns>Null when another holds it. A file system without such locks refuses nobody.</returns>
    /// <exception cref="IOException">The folder cannot be opened.</exception>
    public static FolderLock? TryTake(string folder)
    {
        var descriptor = Open(folder, ReadOnlyCloseOnExec);
        if (descriptor < 0)
            throw Failed(folder);
        var held = new FolderLock(new SafeFileHandle(descriptor, ownsHandle: true));
        if (Lock(held._folder, ExclusiveAtOnce) == 0 || Marshal.GetLastPInvokeError() != WouldBlock)
            return held;
        held.Dispose();
        return null;
    }

    /// <summary>Makes all of the folder's file system durable.</summary>
    public void Sync()
    {
        if (SyncFileSystem(_folder) != 0)
            throw Failed("syncfs");
    }

    public void Dispose() => _folder.Dispose();

    private static IOException Failed(string what) => new($"{what}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFileSystem(SafeFileHandle file);
}
