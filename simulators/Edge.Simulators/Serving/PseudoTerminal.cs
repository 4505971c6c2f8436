using System.Runtime.InteropServices;
using Edge.Sensors.Buses;

namespace Edge.Simulators.Serving;

/// <summary>A pseudo-terminal of the kernel: a serial line at one end; at the other what stands on it, served when asked to.</summary>
public sealed unsafe partial class PseudoTerminal : IDisposable
{
    private const nuint Unlock = 0x4004_5431, Number = 0x8004_5430;
    private const int ReadWrite = 2, NotControlling = 0x100, NonBlocking = 0x800, CloseOnExec = 0x8_0000;

    private readonly int _master = Open("/dev/ptmx", ReadWrite | NotControlling | NonBlocking | CloseOnExec);
    private bool _isClosed;

    /// <summary>A new one.</summary>
    /// <exception cref="IOException">The kernel has none.</exception>
    public PseudoTerminal()
    {
        var (locked, number) = (0, 0);
        if (_master < 0 || Ioctl(_master, Unlock, &locked) != 0 || Ioctl(_master, Number, &number) != 0)
            throw new IOException("There is no pseudo-terminal to be had.");
        Path = $"/dev/pts/{number}";
    }

    /// <summary>Where it is a serial line.</summary>
    public string Path { get; }

    /// <summary>Says this to whoever has the line open; what the kernel has no room for is lost, as on copper.</summary>
    public void Speak(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* said = bytes)
            _ = Write(_master, said, (nuint)bytes.Length);
    }

    /// <summary>Hands what was asked to <paramref name="far"/>, and back what it has to say by now.</summary>
    public void Serve(ISerialLine far)
    {
        ArgumentNullException.ThrowIfNull(far);
        Span<byte> bytes = stackalloc byte[256];
        fixed (byte* asked = bytes)
        {
            var count = (int)Read(_master, asked, (nuint)bytes.Length);
            if (count > 0)
                far.Send(bytes[..count]);
        }
        if (far.TryReceive(bytes, out var said) && said > 0)
            Speak(bytes[..said]);
    }

    /// <summary>Once: closed again, the number would be somebody else's file by then.</summary>
    public void Dispose()
    {
        if (!_isClosed)
            _ = Close(_master);
        _isClosed = true;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, void* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Ioctl(int descriptor, nuint request, void* argument);
}
