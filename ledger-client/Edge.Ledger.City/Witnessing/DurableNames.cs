using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Edge.Ledger.City.Witnessing;

/// <summary>Makes the names in a folder outlive a loss of power: a file's own fsync keeps what is in it, not that it is there (fsync(2)).</summary>
public static partial class DurableNames
{
    private const int CloseOnExec = 0x80000;

    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string folder)
    {
        using var handle = Open(folder, CloseOnExec);
        if (handle.IsInvalid || Flush(handle) != 0) throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(SafeFileHandle folder);
}
