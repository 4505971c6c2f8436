using System.Runtime.InteropServices;

namespace Edge.Gateway.Time;

/// <summary>The kernel's clocks by clock_gettime(2) and adjtimex(2). The layouts of struct timespec and struct timex are the same on every 64-bit Linux.</summary>
public sealed partial class LinuxTime : IKernelTime
{
    private const int RealtimeClock = 0;
    private const int MonotonicClock = 1;
    private const int BoottimeClock = 7;
    private const int TimexSize = 208;
    private const int MaxErrorOffset = 24;
    private const int EstimatedErrorOffset = 32;
    private const int StatusOffset = 40;

    public ulong Boottime() => (ulong)Read(BoottimeClock);

    public ulong Awake() => (ulong)Read(MonotonicClock);

    public long Realtime() => Read(RealtimeClock);

    public KernelWord Ask()
    {
        Span<byte> timex = stackalloc byte[TimexSize];
        timex.Clear();
        var state = AdjTimeX(timex);
        return KernelWord.Of(
            state, MemoryMarshal.Read<int>(timex[StatusOffset..]), MemoryMarshal.Read<long>(timex[MaxErrorOffset..]), MemoryMarshal.Read<long>(timex[EstimatedErrorOffset..]));
    }

    private static long Read(int clock) => ClockGetTime(clock, out var time) == 0
        ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
        : throw new InvalidOperationException($"this kernel does not know clock {clock}");

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SuppressGCTransition]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjTimeX(Span<byte> timex);
}
