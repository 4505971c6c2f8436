using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Sampling;

public sealed class PauseTests
{
    private readonly SimulatedClock _clock = new();

    [Fact]
    public async Task It_ends_when_its_time_has_passed_again_and_again()
    {
        using var pause = new Pause(_clock);
        for (var round = 0; round < 3; round++)
        {
            var waiting = pause.WaitAsync(TimeSpan.FromMilliseconds(1.2), CancellationToken.None).AsTask();
            _clock.Advance(TimeSpan.FromMilliseconds(1.9));
            Assert.False(waiting.IsCompleted);
            _clock.Advance(TimeSpan.FromMilliseconds(0.1));
            await waiting;
        }
    }

    [Fact]
    public async Task It_ends_early_when_cancelled_and_serves_again()
    {
        using var pause = new Pause(_clock);
        using var end = new CancellationTokenSource();
        var waiting = pause.WaitAsync(TimeSpan.FromSeconds(1), end.Token).AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var again = pause.WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await again;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pause.WaitAsync(TimeSpan.FromSeconds(1), end.Token).AsTask());
    }
}
