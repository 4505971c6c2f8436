using System.Runtime.InteropServices;

namespace Edge.Verify.Inputs;

/// <summary>Whether a path names a regular file, asked without opening it: a named pipe nobody writes to would not even open.</summary>
internal static partial class FileKind
{
    private const int RelativeToHere = -100;
    private const uint TypeOnly = 0x1;
    private const int ModeAt = 28;
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Descriptors that are open already, standard input among them; whoever opened them knows what they are.</summary>
    private static readonly string[] Open = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"];

    /// <summary>Also when there is no such file, or it cannot be told: opening it will say why.</summary>
    public static bool MayBeRead(string path) =>
        Open.Any(o => path.StartsWith(o, StringComparison.Ordinal)) || !OperatingSystem.IsLinux() || !IsSpecial(path);

    /// <summary>statx(2), whose structure is the same on every architecture.</summary>
    private static bool IsSpecial(string path)
    {
        Span<byte> found = stackalloc byte[256];
        return !path.Contains('\0') && Statx(RelativeToHere, path, 0, TypeOnly, ref found[0]) == 0
            && (MemoryMarshal.Read<ushort>(found[ModeAt..]) & TypeBits) != Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, ref byte found);
}
