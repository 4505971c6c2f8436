using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Sampling;

public sealed class SelfPacedLoopTests
{
    [Fact]
    public async Task Each_round_begins_with_a_sample_of_the_device_and_is_stamped_with_the_time_it_was_there()
    {
        using var rig = new WriterRig();
        await using var plant = new Plant(rig);
        for (var i = 0; i < 3; i++)
            await plant.SampleAsync(age: TimeSpan.FromMilliseconds(30), missed: 0);
        rig.Pass(TimeSpan.FromSeconds(20));

        var start = HandClock.Start + 100;
        Assert.Equal([start + 0.97, start + 1.97, start + 2.97], rig.Entries().OfType<ReadingEntry>().Select(r => Math.Round(r.Wall!.Value.Seconds, 3)));
        Assert.InRange(plant.Watch.Lateness.Percentile(100)!.Value.TotalMilliseconds, 30, 35);
        Assert.Equal((3L, 0L), (plant.Watch.Rounds, plant.Watch.Missed));
    }

    [Fact]
    public async Task Samples_that_nobody_read_are_counted_and_become_a_gap_when_that_was_for_long()
    {
        using var rig = new WriterRig();
        await using var plant = new Plant(rig);
        await plant.SampleAsync(TimeSpan.Zero, missed: 2);
        Assert.Equal(2, plant.Watch.Missed);
        rig.Clock.Advance(TimeSpan.FromSeconds(6));
        plant.Time.Advance(TimeSpan.FromSeconds(6));
        await plant.SampleAsync(TimeSpan.Zero, missed: 7);
        Assert.Equal(9, plant.Watch.Missed);
        rig.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(
            [(GapReason.Overrun, "2 samples not taken in time"), (GapReason.Overrun, "7 samples missed their time, because the gateway or the device stood still")],
            rig.Entries().OfType<GapEntry>().Select(g => (g.Why, g.Detail)));
    }

    /// <summary>A device that has a sample when it is told to, each a second after the other.</summary>
    private sealed class Plant : ISelfPaced, IAsyncDisposable
    {
        private readonly WriterRig _rig;
        private readonly CancellationTokenSource _end = new();
        private readonly Task _loop;
        private TaskCompletionSource _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _rounds;
        private long _missed;

        public Plant(WriterRig rig)
        {
            _rig = rig;
            Watch = new DeviceWatch("plant", "");
            _loop = new SensorLoop(this, TimeSpan.FromSeconds(1), WriterRig.Ph, rig.Queue, rig.Clock, Time, NullLogger<SensorLoop>.Instance) { Watch = Watch }.RunAsync(_end.Token);
        }

        public ManualTimeProvider Time { get; } = new();

        public DeviceWatch Watch { get; }

        public string Name => "plant";

        public IReadOnlyList<SensorOutput> Outputs { get; } = [new("ph", "pH", 0.01)];

        public long Due { get; private set; }

        public long TakeMissed() => Interlocked.Exchange(ref _missed, 0);

        public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _there.Task.WaitAsync(cancellationToken);

        public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
        {
            _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
            sink.Accept(Sample.Good(0, 7, 700));
            Interlocked.Increment(ref _rounds);
            return ValueTask.CompletedTask;
        }

        /// <summary>A second later a sample is there, and has been for a while.</summary>
        public async Task SampleAsync(TimeSpan age, long missed)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
            Time.Advance(TimeSpan.FromSeconds(1));
            (Due, _missed) = (Time.Nanoseconds() - age.Nanoseconds(), missed);
            var before = _rounds;
            _there.SetResult();
            await Eventually.True(() => _rounds > before);
            _rig.Writer.Tick();
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _loop);
            _end.Dispose();
        }

        public void Dispose()
        {
        }
    }
}
