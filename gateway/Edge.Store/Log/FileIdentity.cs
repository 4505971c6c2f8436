using System.Runtime.InteropServices;

namespace Edge.Store.Log;

/// <summary>Which file or folder a path leads to: device and inode, statx(2). Compared by path and not through an open descriptor, because closing one would give back SQLite's locks.</summary>
public static partial class FileIdentity
{
    // struct statx has the same layout on every architecture (linux/stat.h).
    private const int Size = 256;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int LengthOffset = 40;
    private const int ModifiedOffset = 112;
    private const int NanosecondsOffset = 120;
    private const int DeviceMajorOffset = 136;
    private const int DeviceMinorOffset = 140;
    private const int CurrentDirectory = -100;
    private const uint TypeMask = 0x1;
    private const uint ModifiedMask = 0x40;
    private const uint InodeMask = 0x100;
    private const uint LengthMask = 0x200;
    private const int TypeBits = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Null when there is no such file, or it cannot be looked at.</summary>
    public static (ulong Device, ulong Inode)? Of(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        if (StatX(CurrentDirectory, path, 0, InodeMask, status) != 0)
            return null;
        var device = ((ulong)MemoryMarshal.Read<uint>(status[DeviceMajorOffset..]) << 32) | MemoryMarshal.Read<uint>(status[DeviceMinorOffset..]);
        return (device, MemoryMarshal.Read<ulong>(status[InodeOffset..]));
    }

    /// <summary>What a write changes; null when there is no such file, or it cannot be looked at.</summary>
    internal static WriteStamp? StampOf(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        if (StatX(CurrentDirectory, path, 0, ModifiedMask | LengthMask, status) != 0)
            return null;
        return new WriteStamp(MemoryMarshal.Read<ulong>(status[LengthOffset..]), MemoryMarshal.Read<long>(status[ModifiedOffset..]), MemoryMarshal.Read<uint>(status[NanosecondsOffset..]));
    }

    /// <summary>Whether a link stands there that leads nowhere.</summary>
    internal static bool IsDangling(string path) => Of(path) is null && new FileInfo(path).LinkTarget is not null;

    /// <summary>Whether a path leads to something that is no regular file: a folder, a pipe, a device. Opening one may fail, or wait for ever.</summary>
    internal static bool IsSpecial(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        return StatX(CurrentDirectory, path, 0, TypeMask, status) == 0 && (MemoryMarshal.Read<ushort>(status[ModeOffset..]) & TypeBits) != RegularFile;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, Span<byte> status);
}
