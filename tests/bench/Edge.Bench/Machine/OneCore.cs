using System.Globalization;
using System.Runtime.InteropServices;

namespace Edge.Bench.Machine;

/// <summary>Keeps this process, with every thread it has and will have, on one core: sched_setaffinity(2).</summary>
internal static partial class OneCore
{
    private const int MaskWords = 16;

    /// <summary>Pins to the last core this process may use; returns its number.</summary>
    /// <exception cref="BenchException">The kernel refuses.</exception>
    public static int Pin()
    {
        Span<ulong> mask = stackalloc ulong[MaskWords];
        if (GetAffinity(0, MaskWords * sizeof(ulong), mask) < 0)
            throw new BenchException("The kernel does not say on which cores this process may run.");
        var core = Enumerable.Range(0, MaskWords * 64).Last(Allowed(mask));
        mask.Clear();
        mask[core / 64] = 1UL << (core % 64);
        // A thread inherits from the one that starts it, so that the threads there are now stand for all.
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (SetAffinity(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), MaskWords * sizeof(ulong), mask) != 0)
                throw new BenchException($"The kernel does not let this process be pinned to core {core}.");
        }

        return core;
    }

    private static Func<int, bool> Allowed(ReadOnlySpan<ulong> mask)
    {
        var words = mask.ToArray();
        return core => (words[core / 64] >> (core % 64) & 1) != 0;
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nuint size, Span<ulong> mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint size, ReadOnlySpan<ulong> mask);
}
