using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Log;

/// <summary>
/// A file or folder held by one process: flock(2) on itself. No other file stands for the lock, so none can be left, renamed or linked; the kernel gives it back
/// however the process ends. Needs no right to write.
/// </summary>
public sealed partial class PathLock : IDisposable
{
    private const int ReadOnlyCloseOnExec = 0x80000;
    private const int ExclusiveAtOnce = 2 | 4;
    private const int Unlock = 8;
    private const int WouldBlock = 11;

    private readonly SafeFileHandle _held;

    private PathLock(SafeFileHandle held)
    {
        _held = held;
        IsHeld = Lock(held, ExclusiveAtOnce) == 0;
    }

    /// <summary>False on a file system without such locks.</summary>
    public bool IsHeld { get; }

    /// <returns>Null when another holds it. A file system without such locks refuses nobody.</returns>
    /// <exception cref="IOException">The path cannot be opened.</exception>
    public static PathLock? TryTake(string path)
    {
        var held = new PathLock(Open(path));
        if (held.IsHeld || Marshal.GetLastPInvokeError() != WouldBlock)
            return held;
        held.Dispose();
        return null;
    }

    /// <summary>Reads a small file whoever holds it; <see cref="File"/> would ask for a lock of its own.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadHeld(string path)
    {
        using var file = Open(path);
        var bytes = new byte[RandomAccess.GetLength(file)];
        return bytes[..RandomAccess.Read(file, bytes, 0)];
    }

    /// <summary>Makes all of the path's file system durable.</summary>
    public void Sync()
    {
        if (SyncFileSystem(_held) != 0)
            throw Failed("syncfs");
    }

    /// <summary>Given back and not only closed: a child that this process is just starting has the descriptor, and with it the lock, until it is another program.</summary>
    public void Dispose()
    {
        if (IsHeld && !_held.IsClosed)
            Lock(_held, Unlock);
        _held.Dispose();
    }

    private static SafeFileHandle Open(string path) => Open(path, ReadOnlyCloseOnExec) is >= 0 and var descriptor
        ? new SafeFileHandle(descriptor, ownsHandle: true)
        : throw Failed(path);

    private static IOException Failed(string what) => new($"{what}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFileSystem(SafeFileHandle file);
}
