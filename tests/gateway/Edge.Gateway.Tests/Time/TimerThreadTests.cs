using Edge.Sensors.Sampling;

namespace Edge.Gateway.Tests.Time;

public sealed class TimerThreadTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TimerThread _time = new(TimeProvider.System, "test");

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task Timers_fire_in_the_order_they_are_due_never_early_and_on_one_thread()
    {
        var fired = new List<(int, long, Thread)>();
        var done = new TaskCompletionSource();
        var start = _time.GetTimestamp();
        var timers = new List<ITimer>();
        foreach (var milliseconds in new[] { 60, 20, 40, 0 })
        {
            timers.Add(_time.CreateTimer(
                _ =>
                {
                    fired.Add((milliseconds, _time.GetTimestamp(), Thread.CurrentThread));
                    if (fired.Count == 4)
                        done.SetResult();
                },
                null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan));
        }

        await done.Task.WaitAsync(Limit);

        Assert.Equal([0, 20, 40, 60], fired.Select(f => f.Item1));
        Assert.All(fired, f => Assert.True(_time.GetElapsedTime(start, f.Item2) >= TimeSpan.FromMilliseconds(f.Item1)));
        Assert.Single(fired.Select(f => f.Item3).Distinct());
        timers.ForEach(t => t.Dispose());
    }

    [Fact]
    public async Task What_waits_on_its_thread_goes_on_there()
    {
        Assert.Equal(["test", "test", "test"], await Task.Run(ThreadsOfThreeBeats));
    }

    private async Task<List<string?>> ThreadsOfThreeBeats()
    {
        var threads = new List<string?>();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100), _time);
        while (threads.Count < 3 && await beat.WaitForNextTickAsync())
            threads.Add(Thread.CurrentThread.Name);
        return threads;
    }

    [Fact]
    public async Task A_beat_that_was_late_does_not_shift_the_next_ones_and_those_missed_are_left_out()
    {
        var period = TimeSpan.FromMilliseconds(40);
        var beats = new List<long>();
        var done = new TaskCompletionSource();
        using var late = new ManualResetEventSlim();
        var start = _time.GetTimestamp();
        using var timer = _time.CreateTimer(
            _ =>
            {
                beats.Add(_time.GetTimestamp());
                if (beats.Count == 1)
                    late.Wait(TimeSpan.FromMilliseconds(100));
                if (beats.Count == 3)
                    done.TrySetResult();
            },
            null, period, period);

        await done.Task.WaitAsync(Limit);

        var since = beats.Select(b => _time.GetElapsedTime(start, b)).ToList();
        // The wait may end a tick of its clock early.
        Assert.True(since[1] >= since[0] + TimeSpan.FromMilliseconds(80), "a beat came while the first was held");
        Assert.True(since[2] >= TimeSpan.FromTicks(((since[1].Ticks / period.Ticks) + 1) * period.Ticks), "a missed beat was made up for, or the beat was shifted");
    }

    [Fact]
    public async Task A_timer_can_be_moved_nearer_from_another_thread_and_put_off()
    {
        var fired = new TaskCompletionSource();
        using var timer = _time.CreateTimer(_ => fired.SetResult(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        Assert.True(timer.Change(TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan));
        await fired.Task.WaitAsync(Limit);

        var hasFired = false;
        var later = new TaskCompletionSource();
        var putOff = _time.CreateTimer(_ => hasFired = true, null, TimeSpan.FromMilliseconds(50), Timeout.InfiniteTimeSpan);
        using var behind = _time.CreateTimer(_ => later.SetResult(), null, TimeSpan.FromMilliseconds(60), Timeout.InfiniteTimeSpan);
        Assert.True(putOff.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        await later.Task.WaitAsync(Limit);
        Assert.False(hasFired);
        putOff.Dispose();
        Assert.False(putOff.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task A_beat_has_not_run_away_from_its_period_after_a_hundred_thousand_beats()
    {
        // One of those whose seconds, as a floating-point number of nanoseconds, are one too few.
        var period = TimeSpan.FromTicks(10002);
        var clock = new HandStamps();
        using var thread = new TimerThread(clock, "stamps");
        var beats = 0;
        using var beat = thread.CreateTimer(_ => beats++, null, period, period);
        clock.Ticks = (100_000 * period.Ticks) - (period.Ticks / 2);
        await ReachedAsync(thread);
        Assert.Equal(1, beats);

        clock.Ticks = (100_000 * period.Ticks) - 1;
        await ReachedAsync(thread);
        Assert.Equal(1, beats);
        clock.Ticks += 1;
        await ReachedAsync(thread);
        Assert.Equal(2, beats);
    }

    [Fact]
    public async Task It_sleeps_until_something_is_due_and_looks_no_oftener()
    {
        var clock = new HandStamps();
        using var thread = new TimerThread(clock, "asleep");
        using var far = thread.CreateTimer(_ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await ReachedAsync(thread);
        var looked = clock.Asked;

        var later = new TaskCompletionSource();
        using var soon = _time.CreateTimer(_ => later.SetResult(), null, TimeSpan.FromMilliseconds(100), Timeout.InfiniteTimeSpan);
        await later.Task.WaitAsync(Limit);

        Assert.InRange(clock.Asked - looked, 0, 3);
    }

    /// <summary>All that is due on the thread has fired.</summary>
    private static async Task ReachedAsync(TimerThread thread)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var last = thread.CreateTimer(_ => done.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await done.Task.WaitAsync(Limit);
    }

    /// <summary>Timestamps set by hand, in nanoseconds.</summary>
    private sealed class HandStamps : TimeProvider
    {
        private long _ticks, _asked;

        /// <summary>How often somebody looked.</summary>
        public long Asked => Volatile.Read(ref _asked);

        public long Ticks
        {
            get => Volatile.Read(ref _ticks);
            set => Volatile.Write(ref _ticks, value);
        }

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp()
        {
            Interlocked.Increment(ref _asked);
            return Ticks * TimeSpan.NanosecondsPerTick;
        }
    }

    [Fact]
    public async Task A_wait_is_not_one_of_whole_milliseconds()
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 200; i++)
        {
            var done = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            var start = _time.GetTimestamp();
            using var timer = _time.CreateTimer(_ => done.SetResult(_time.GetElapsedTime(start)), null, TimeSpan.FromMicroseconds(200), Timeout.InfiniteTimeSpan);
            var took = await done.Task.WaitAsync(Limit);
            Assert.True(took >= TimeSpan.FromMicroseconds(200));
            least = took < least ? took : least;
        }

        Assert.True(least < TimeSpan.FromMilliseconds(1), $"the shortest of 200 waits of 0.2 ms took {least.TotalMilliseconds} ms");
    }
}
