using System.Runtime.InteropServices;

namespace Edge.Sensors.Sampling;

/// <summary>
/// A wait of one thread that another can end: eventfd(2) and ppoll(2), whose time is in nanoseconds, of which the kernel takes up to 50 us more. The runtime's own
/// waits are of whole milliseconds.
/// </summary>
internal sealed partial class Alarm : IDisposable
{
    private const int CloseOnExec = 0x80000, NonBlocking = 0x800;
    private const short Readable = 1;

    private int _event = EventDescriptor(0, CloseOnExec | NonBlocking);

    /// <exception cref="IOException">The kernel gives no descriptor.</exception>
    public Alarm()
    {
        if (_event < 0)
            throw new IOException($"The kernel gives no descriptor to wait with: error {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>Ends the wait, or the next one if there is none. Not after <see cref="Dispose"/>.</summary>
    public void Ring() => _ = Write(_event, 1, sizeof(ulong));

    /// <summary>Waits until it rings.</summary>
    /// <param name="atMost">No longer than this, unless the kernel is late; null: without end.</param>
    public void Wait(TimeSpan? atMost)
    {
        var watched = new Watched { Descriptor = _event, Events = Readable };
        var limit = new Timespec { Seconds = (atMost ?? default).Ticks / TimeSpan.TicksPerSecond, Nanoseconds = (atMost ?? default).Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick };
        if ((atMost is null ? Poll(ref watched, 1, 0, 0) : Poll(ref watched, 1, in limit, 0)) > 0)
            _ = Read(_event, out _, sizeof(ulong));
    }

    public void Dispose()
    {
        if (_event >= 0)
            _ = Close(_event);
        _event = -1;
    }

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventDescriptor(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "ppoll")]
    private static partial int Poll(ref Watched watched, nuint count, in Timespec limit, nint signals);

    [LibraryImport("libc", EntryPoint = "ppoll")]
    private static partial int Poll(ref Watched watched, nuint count, nint noLimit, nint signals);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, out ulong count, nuint bytes);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, in ulong count, nuint bytes);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private struct Watched
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
