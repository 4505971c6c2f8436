using System.Runtime.InteropServices;

namespace Edge.Gateway.Outputs;

/// <summary>Whose a file is: statx(2), whose structure is the same on every architecture.</summary>
internal static partial class FileOwner
{
    private const int CurrentDirectory = -100;
    private const uint User = 0x8;
    private const int StructureBytes = 256;
    private const int UserOffset = 20;

    /// <summary>Whether it belongs to the user of this process; null when there is none, or the system does not say.</summary>
    public static bool? IsMine(string path)
    {
        Span<byte> found = stackalloc byte[StructureBytes];
        return Read(CurrentDirectory, path, 0, User, ref found[0]) == 0 ? MemoryMarshal.Read<uint>(found[UserOffset..]) == EffectiveUser() : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(int folder, string path, int flags, uint mask, ref byte into);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
