using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>Files as the engine uses them: read and written at places, made durable by fdatasync(2), because fsync(2) would write the time of change too.</summary>
internal static partial class FileBytes
{
    private const int ReadOnlyClosedOnExec = 0x80000;
    private const int Interrupted = 4;
    private const int Page = 4096;

    public static SafeFileHandle OpenRead(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public static SafeFileHandle OpenWrite(string path, FileMode mode) => File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Makes a file of ours whose name is nobody else's: what stands there goes, and is neither waited for, as a pipe, nor written through, as a link.</summary>
    public static SafeFileHandle CreateAnew(string path)
    {
        // Asked first: where nothing can be removed there is mostly nothing to remove.
        if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
            File.Delete(path);
        return OpenWrite(path, FileMode.CreateNew);
    }

    /// <summary>Reads until the span is full or the file ends; returns how many bytes.</summary>
    public static int Read(SafeFileHandle file, Span<byte> into, long offset)
    {
        var total = 0;
        while (total < into.Length && RandomAccess.Read(file, into[total..], offset + total) is > 0 and var read)
            total += read;
        return total;
    }

    /// <summary>As <see cref="Read"/>; pages that the device does not give read as 0xFF: that is no header, no frame, no hash that fits, and no clean end.</summary>
    /// <param name="unreadableEnd">Moved on to the end of the last such page.</param>
    public static int ReadAround(SafeFileHandle file, Span<byte> into, long offset, ref long unreadableEnd)
    {
        try
        {
            return Read(file, into, offset);
        }
        catch (IOException failure) when (FileFailure.IsUnreadable(failure))
        {
            return ReadPages(file, into, offset, ref unreadableEnd);
        }
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

    private static int ReadPages(SafeFileHandle file, Span<byte> into, long offset, ref long unreadableEnd)
    {
        into = into[..(int)Math.Clamp(RandomAccess.GetLength(file) - offset, 0, into.Length)];
        for (var done = 0; done < into.Length;)
        {
            var at = offset + done;
            var page = into.Slice(done, (int)Math.Min(Page - (at % Page), into.Length - done));
            try
            {
                if (Read(file, page, at) is var read && read < page.Length)
                    return done + read;
            }
            catch (IOException failure) when (FileFailure.IsUnreadable(failure))
            {
                page.Fill(0xFF);
                unreadableEnd = Math.Max(unreadableEnd, at + page.Length);
            }

            done += page.Length;
        }

        return into.Length;
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
