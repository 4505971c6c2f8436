using System.Runtime.InteropServices;

namespace Edge.Gateway.Time;

/// <summary>What the kernel says of its own clock: adjtimex(2). The layout of struct timex is the same on every 64-bit Linux.</summary>
internal static partial class KernelDiscipline
{
    private const int Size = 208;
    private const int MaxErrorOffset = 24;
    private const int StatusOffset = 40;
    private const int Unsynchronised = 0x0040;

    /// <summary>Whether something disciplines the clock (STA_UNSYNC clear), and the largest error it may have, ms.</summary>
    public static bool IsSynchronised(out uint maxErrorMilliseconds)
    {
        Span<byte> timex = stackalloc byte[Size];
        timex.Clear();
        maxErrorMilliseconds = uint.MaxValue;
        if (AdjTimeX(timex) < 0)
            return false;
        var microseconds = MemoryMarshal.Read<long>(timex[MaxErrorOffset..]);
        maxErrorMilliseconds = (uint)Math.Clamp((microseconds + 999) / 1000, 1, uint.MaxValue);
        return (MemoryMarshal.Read<int>(timex[StatusOffset..]) & Unsynchronised) == 0;
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjTimeX(Span<byte> timex);
}
