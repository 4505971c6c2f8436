using System.Globalization;
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

    private const int Pipe = 0x1000;
    private const int Disk = 0x6000;
    private const int Socket = 0xC000;

    /// <summary>Folders of descriptors that are open already; whoever opened them knows what they are.</summary>
    private static readonly string[] Open = ["/dev/fd/", "/proc/self/fd/"];

    /// <summary>Also when there is no such file, or it cannot be told: opening it will say why.</summary>
    public static bool MayBeRead(string path) =>
        IsOpen(path) || Type(path) is Regular or null;

    /// <summary>Whether writing to it does not wait for somebody who reads, and costs no file system: it is no named pipe, no socket and no disk.</summary>
    public static bool MayBeWritten(string path) => Type(path) is not Disk && (IsOpen(path) || Type(path) is not (Pipe or Socket));

    /// <summary>Whether there is a regular file; links are followed.</summary>
    public static bool IsRegular(string path) => Type(path) is Regular || (!OperatingSystem.IsLinux() && File.Exists(path));

    public static bool IsRegularOrNothing(string path) => Type(path) is Regular or null;

    /// <summary>The number of the descriptor that a path names; null when it names none.</summary>
    public static int? Descriptor(string path) => path switch
    {
        "/dev/stdin" => 0,
        "/dev/stdout" => 1,
        "/dev/stderr" => 2,
        _ => Open.Where(o => path.StartsWith(o, StringComparison.Ordinal) && path.Length > o.Length && path.AsSpan(o.Length).IndexOfAnyExceptInRange('0', '9') < 0)
            .Select(o => int.TryParse(path.AsSpan(o.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .FirstOrDefault(),
    };

    private static bool IsOpen(string path) => Descriptor(path) is not null;

    /// <summary>By statx(2), whose structure is the same on every architecture; null when there is nothing, or it cannot be told.</summary>
    private static int? Type(string path)
    {
        Span<byte> found = stackalloc byte[256];
        return OperatingSystem.IsLinux() && !path.Contains('\0') && Statx(RelativeToHere, path, 0, TypeOnly, ref found[0]) == 0
            ? MemoryMarshal.Read<ushort>(found[ModeAt..]) & TypeBits
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, ref byte found);
}
