using System.Runtime.InteropServices;

namespace Edge.Gateway.Export;

/// <summary>What stands at a path itself, a link not followed: statx(2), whose structure is the same on every architecture.</summary>
/// <param name="Length">Bytes of a regular file.</param>
internal readonly partial record struct PathStatus(PathKind Kind, long Length)
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint TypeAndSize = 0x201;
    private const int StructureBytes = 256;
    private const int ModeOffset = 28;
    private const int SizeOffset = 40;
    private const int TypeMask = 0xF000;
    private const int NotFound = 2;
    private const int NotADirectory = 20;

    /// <exception cref="IOException">The system does not say.</exception>
    public static PathStatus Of(string path)
    {
        Span<byte> found = stackalloc byte[StructureBytes];
        if (Read(CurrentDirectory, path, NoFollow, TypeAndSize, ref found[0]) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            return error is NotFound or NotADirectory ? default : throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }

        var kind = (MemoryMarshal.Read<ushort>(found[ModeOffset..]) & TypeMask) switch
        {
            0x8000 => PathKind.File,
            0x4000 => PathKind.Folder,
            _ => PathKind.Other,
        };
        return new PathStatus(kind, kind == PathKind.File ? MemoryMarshal.Read<long>(found[SizeOffset..]) : 0);
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(int folder, string path, int flags, uint mask, ref byte into);
}
