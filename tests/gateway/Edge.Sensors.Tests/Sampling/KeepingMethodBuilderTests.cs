using System.Runtime.CompilerServices;
using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Sampling;

public sealed class KeepingMethodBuilderTests
{
    private readonly SimulatedClock _clock = new();

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    private static async ValueTask<int> Twice(Pause pause, int milliseconds, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < 2 && milliseconds > 0; i++)
            await pause.WaitAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken).ConfigureAwait(false);
        return milliseconds < 0 ? throw new InvalidOperationException("below 0") : milliseconds;
    }

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    private static async ValueTask Outer(Pause pause, int milliseconds, CancellationToken cancellationToken = default)
    {
        if (await Twice(pause, milliseconds, cancellationToken).ConfigureAwait(false) == 13)
            throw new InvalidOperationException("13");
    }

    [Fact]
    public async Task A_result_comes_back_whether_it_was_waited_for_or_not()
    {
        using var pause = new Pause(_clock);
        Assert.Equal(0, await Twice(pause, 0));
        var waiting = Twice(pause, 7).AsTask();
        Assert.False(waiting.IsCompleted);
        _clock.Run(waiting);
        Assert.Equal(7, await waiting);
    }

    [Fact]
    public async Task A_failure_comes_back_whether_it_was_waited_for_or_not()
    {
        using var pause = new Pause(_clock);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Outer(pause, -1));
        var waiting = Outer(pause, 13).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => _clock.Run(waiting));
        _clock.Run(Outer(pause, 14).AsTask());
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_is_cancelled_all_the_way_up()
    {
        using var pause = new Pause(_clock);
        using var end = new CancellationTokenSource();
        var waiting = Outer(pause, 7, end.Token).AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(waiting.IsCanceled);
        _clock.Run(Outer(pause, 7).AsTask());
    }

    [Fact]
    public void A_result_is_taken_once()
    {
        using var pause = new Pause(_clock);
        var waiting = Twice(pause, 7);
        while (!waiting.IsCompleted)
            _clock.Advance(TimeSpan.FromMilliseconds(1));
#pragma warning disable CA2012, xUnit1031 // that it cannot be taken twice is what is asked
        Assert.Equal(7, waiting.GetAwaiter().GetResult());
        Assert.Throws<InvalidOperationException>(() => waiting.GetAwaiter().GetResult());
#pragma warning restore CA2012, xUnit1031
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void However_many_wait_at_once_nothing_is_allocated_once_as_many_were_under_way(int count)
    {
        var pauses = Enumerable.Range(0, count).Select(_ => new Pause(_clock)).ToArray();
        var waiting = new ValueTask[count];
        for (var i = 0; i < 100; i++)
            Round(pauses, waiting);
        var least = long.MaxValue;
        for (var batch = 0; batch < 5 && least > 0; batch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                Round(pauses, waiting);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Array.ForEach(pauses, p => p.Dispose());
    }

    private void Round(Pause[] pauses, ValueTask[] waiting)
    {
        for (var i = 0; i < pauses.Length; i++)
#pragma warning disable CA2012 // each is taken once, below
            waiting[i] = Outer(pauses[i], 2);
#pragma warning restore CA2012
        _clock.Advance(TimeSpan.FromMilliseconds(10));
        foreach (var task in waiting)
        {
            Assert.True(task.IsCompletedSuccessfully);
            task.GetAwaiter().GetResult();
        }
    }
}
