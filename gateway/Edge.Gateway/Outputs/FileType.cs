using System.Runtime.InteropServices;

namespace Edge.Gateway.Outputs;

/// <summary>What a path leads to, asked with statx(2): .NET does not tell a pipe or a device from a file.</summary>
internal static partial class FileType
{
    // struct statx has the same layout on every architecture (linux/stat.h).
    private const int Size = 256;
    private const int OwnerOffset = 20;
    private const int ModeOffset = 28;
    private const int CurrentDirectory = -100;
    private const uint TypeMask = 1;
    private const uint OwnerMask = 8;
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;
    private const int Socket = 0xC000;

    /// <summary>There is something, and it is no regular file: a pipe, a device, a socket, a folder.</summary>
    public static bool IsSpecial(string path) => Of(path) is not (null or Regular);

    /// <summary>There is a Unix socket, whether or not anyone listens.</summary>
    public static bool IsSocket(string path) => Of(path) is Socket;

    /// <summary>Nothing is there that this user can see, at the end of a link neither; .NET takes a link itself for something.</summary>
    public static bool IsNothing(string path) => Of(path) is null;

    /// <summary>Whether it belongs to the user that this process runs as; true of what is not there.</summary>
    public static bool IsOwn(string path) => Owner(path) is not { } owner || owner == Owner("/proc/self");

    private static uint? Owner(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        return StatX(CurrentDirectory, path, 0, OwnerMask, status) == 0 ? MemoryMarshal.Read<uint>(status[OwnerOffset..]) : null;
    }

    private static int? Of(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        return StatX(CurrentDirectory, path, 0, TypeMask, status) == 0 ? MemoryMarshal.Read<ushort>(status[ModeOffset..]) & TypeBits : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, Span<byte> status);
}
