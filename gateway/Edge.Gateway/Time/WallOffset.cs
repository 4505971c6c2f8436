namespace Edge.Gateway.Time;

/// <summary>How far the kernel's wall clock is ahead of its monotonic one.</summary>
internal static class WallOffset
{
    private const int Tries = 5;
    private const ulong Close = 20_000;

    /// <summary>ns. The wall clock is read between two readings of the other; of several tries the one that took least time counts, so that a pause between them is not taken for a step.</summary>
    public static long Measure(IKernelTime kernel)
    {
        var (best, shortest) = (0L, ulong.MaxValue);
        for (var i = 0; i < Tries && shortest > Close; i++)
        {
            var before = kernel.Boottime();
            var wall = kernel.Realtime();
            var took = kernel.Boottime() - before;
            if (took < shortest)
                (best, shortest) = (wall - (long)(before + (took / 2)), took);
        }

        return best;
    }
}
