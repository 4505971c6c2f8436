using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>Files as the engine uses them: read and written at places, made durable by fdatasync(2), because fsync(2) would write the time of change too.</summary>
internal static partial class FileBytes
{
    private const int ReadOnlyClosedOnExec = 0x80000;
    private const int Interrupted = 4;

    public static SafeFileHandle OpenRead(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public static SafeFileHandle OpenWrite(string path, FileMode mode) => File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Reads until the span is full or the file ends; returns how many bytes.</summary>
    public static int Read(SafeFileHandle file, Span<byte> into, long offset)
    {
        var total = 0;
        while (total < into.Length && RandomAccess.Read(file, into[total..], offset + total) is > 0 and var read)
            total += read;
        return total;
    }

    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    /// <summary>Returns when what was written, and the length it needs, are durable.</summary>
    /// <exception cref="IOException">The device failed; its HResult is the system's error number.</exception>
    public static void Sync(SafeFileHandle file)
    {
        while (DataSync(file) != 0)
            ThrowUnlessInterrupted();
    }

    /// <summary>Returns when names made, changed or removed in a folder are durable.</summary>
    /// <inheritdoc cref="Sync" path="/exception"/>
    public static void SyncFolder(string path)
    {
        var folder = OpenFolder(path, ReadOnlyClosedOnExec);
        if (folder < 0)
            throw LastError();
        using var held = new SafeFileHandle(folder, ownsHandle: true);
        while (WholeSync(held) != 0)
            ThrowUnlessInterrupted();
    }

    private static void ThrowUnlessInterrupted()
    {
        if (Marshal.GetLastPInvokeError() != Interrupted)
            throw LastError();
    }

    private static IOException LastError() => new(Marshal.GetLastPInvokeErrorMessage(), Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int DataSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int WholeSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenFolder(string path, int flags);
}
