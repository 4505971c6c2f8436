using System.Runtime.InteropServices;

namespace Edge.Gateway.Outputs;

/// <summary>Whether a path leads into a folder: told by device and inode of the folders above it, statx(2), for a link or a mount gives a folder other names.</summary>
internal static partial class FolderIdentity
{
    // struct statx has the same layout on every architecture (linux/stat.h).
    private const int Size = 256;
    private const int InodeOffset = 32;
    private const int DeviceMajorOffset = 136;
    private const int DeviceMinorOffset = 140;
    private const int CurrentDirectory = -100;
    private const uint InodeMask = 0x100;

    /// <param name="path">In full; need not exist.</param>
    public static bool Holds(string folder, string path)
    {
        if (Of(folder) is not { } wanted)
            return false;
        var above = Path.GetDirectoryName(path);
        while (above is not null && !Directory.Exists(above))
            above = Path.GetDirectoryName(above);
        for ((ulong, ulong)? before = null; above is not null && Of(above) is { } found && before != found; above = $"{above}/..")
        {
            if (found == wanted)
                return true;
            before = found;
        }

        return false;
    }

    private static (ulong Device, ulong Inode)? Of(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        if (StatX(CurrentDirectory, path, 0, InodeMask, status) != 0)
            return null;
        var device = ((ulong)MemoryMarshal.Read<uint>(status[DeviceMajorOffset..]) << 32) | MemoryMarshal.Read<uint>(status[DeviceMinorOffset..]);
        return (device, MemoryMarshal.Read<ulong>(status[InodeOffset..]));
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, Span<byte> status);
}
