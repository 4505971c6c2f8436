using System.Runtime.InteropServices;

namespace Edge.Bench.Sampling;

/// <summary>
/// The control of a sampling run: a thread of the same priority that only waits for moments, clock_nanosleep(2) with TIMER_ABSTIME. What it misses, nobody on this
/// machine could have kept.
/// </summary>
internal sealed partial class BareBeat : IAsyncDisposable
{
    /// <summary>The shortest conversion of a channel at 860 Hz: who wakes later than this has lost one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1.05);

    private const int Monotonic = 1, Absolute = 1;

    private readonly long _period;
    private readonly TaskCompletionSource<MachineBeats> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _ends;

    /// <param name="rate">Beats a second.</param>
    public BareBeat(int rate)
    {
        _period = 1_000_000_000 / rate;
        new Thread(Run) { IsBackground = true, Name = "bare beat" }.Start();
    }

    /// <summary>Ends it.</summary>
    public Task<MachineBeats> EndAsync()
    {
        _ends = true;
        return _ended.Task;
    }

    private void Run()
    {
        var (beats, late) = (0L, 0L);
        for (var due = Now() + _period; !_ends; due += _period, beats++)
        {
            var moment = new Timespec { Seconds = (nint)(due / 1_000_000_000), Nanoseconds = (nint)(due % 1_000_000_000) };
            while (Sleep(Monotonic, Absolute, in moment, 0) != 0)
                continue;
            if (Now() - due > Longest.Ticks * TimeSpan.NanosecondsPerTick)
                late++;
        }

        _ended.SetResult(new MachineBeats(beats, late));
    }

    private static long Now()
    {
        _ = Clock(Monotonic, out var now);
        return (now.Seconds * 1_000_000_000L) + now.Nanoseconds;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int Sleep(int clock, int flags, in Timespec moment, nint left);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Clock(int clock, out Timespec now);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
