using Edge.Gateway.Sampling;
using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Sampling;

public sealed class MissedRoundsTests
{
    [Fact]
    public async Task Rounds_missed_while_the_gateway_stood_still_become_one_gap_per_channel_with_their_count_and_times()
    {
        using var rig = new WriterRig();
        await using var plant = new Plant(rig, 1);
        await plant.RoundsAsync(3);
        await plant.LongRoundAsync(17);
        await plant.RoundsAsync(5);
        rig.Pass(TimeSpan.FromSeconds(20));

        var start = HandClock.Start + 100;
        Assert.Equal(
            [("ph", start + 5, start + 21), ("flow", start + 5, start + 21)],
            rig.Entries().OfType<GapEntry>().Select(g => (Assert.Single(g.Channels), g.From!.Value.Seconds, g.To!.Value.Seconds)));
        Assert.All(rig.Entries().OfType<GapEntry>(), g => Assert.Equal((GapReason.Overrun, "16 samples missed their time, because the gateway or the device stood still"), (g.Why, g.Detail)));
        Assert.Equal(2 * (1 + 3 + 2 + 5), rig.Entries().OfType<ReadingEntry>().Count());
    }

    [Fact]
    public async Task Rounds_missed_in_short_holes_become_one_gap_per_channel_and_commit_and_none_where_nothing_was_missed()
    {
        using var rig = new WriterRig(store: new StoreSettings { Folder = "", CommitAge = TimeSpan.FromSeconds(8) });
        await using var plant = new Plant(rig, 1);
        await plant.RoundsAsync(1);
        rig.Pass(TimeSpan.FromSeconds(8));
        await plant.RoundsAsync(1);
        await plant.LongRoundAsync(2);
        await plant.RoundsAsync(1);
        Assert.Empty(rig.Entries().OfType<GapEntry>());
        await plant.LongRoundAsync(2);
        await plant.RoundsAsync(3);

        var gaps = rig.Entries().OfType<GapEntry>().ToList();
        Assert.Equal(["ph", "flow"], gaps.Select(g => Assert.Single(g.Channels)));
        Assert.All(gaps, g => Assert.Equal((GapReason.Overrun, "2 samples not taken in time, the longest hole 2.000 s"), (g.Why, g.Detail)));
        Assert.All(gaps, g => Assert.InRange(g.To!.Value.Seconds - g.From!.Value.Seconds, 4, 7));

        await plant.RoundsAsync(30);
        Assert.Equal(2, rig.Entries().OfType<GapEntry>().Count());
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(1, 3, 2)]
    [InlineData(10, 19, 0)]
    [InlineData(10, 20, 1)]
    public async Task Lateness_by_which_no_round_is_missed_is_no_gap(int period, int seconds, int missed)
    {
        using var rig = new WriterRig();
        await using var plant = new Plant(rig, period);
        await plant.RoundsAsync(3);
        await plant.LongRoundAsync(seconds);
        await plant.RoundsAsync(3);
        rig.Pass(TimeSpan.FromSeconds(20));

        var gaps = rig.Entries().OfType<GapEntry>().ToList();
        Assert.Equal(missed > 0 ? 2 : 0, gaps.Count);
        Assert.All(gaps, g => Assert.StartsWith($"{missed} sample", g.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_board_that_slept_has_missed_nothing_that_its_own_gap_does_not_tell()
    {
        using var rig = new WriterRig();
        await using var plant = new Plant(rig, 1);
        await plant.RoundsAsync(3);
        rig.Clock.Sleep(TimeSpan.FromSeconds(17));
        await plant.RoundsAsync(5);
        rig.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(GapReason.PoweredOff, Assert.Single(rig.Entries().OfType<GapEntry>()).Why);
    }

    /// <summary>Both of the rig's channels, read by one loop. One of its rounds can be made to last.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_value_that_is_no_number_is_absent_and_the_log_goes_on(double value)
    {
        using var rig = new WriterRig();
        await using var plant = new Plant(rig, 1) { Value = value };
        await plant.RoundsAsync(3);
        rig.Pass(TimeSpan.FromSeconds(20));

        var readings = rig.Entries().OfType<ReadingEntry>().ToList();
        Assert.True(readings.Count >= 6);
        Assert.All(readings.Skip(2), r => Assert.Equal((null, Quality.Bad, Reason.OutOfRange, 700L), (r.Value, r.Quality, r.Reason, r.Raw)));
    }

    private sealed class Plant : ISensor, IAsyncDisposable
    {
        private readonly WriterRig _rig;
        private readonly int _period;
        private readonly ManualTimeProvider _time = new();
        private readonly CancellationTokenSource _end = new();
        private readonly Task _loop;
        private volatile TaskCompletionSource? _held;
        private int _rounds;

        /// <param name="period">s.</param>
        public Plant(WriterRig rig, int period)
        {
            (_rig, _period) = (rig, period);
            _loop = new SensorLoop(this, TimeSpan.FromSeconds(period), WriterRig.Ph, rig.Queue, rig.Clock, _time, NullLogger<SensorLoop>.Instance).RunAsync(_end.Token);
        }

        public double Value { get; init; } = 7;

        public string Name => "plant";

        public IReadOnlyList<SensorOutput> Outputs { get; } = [new("ph", "pH", 0.01), new("flow", "L/min", 0.01)];

        public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
        {
            for (var output = 0; output < Outputs.Count; output++)
                sink.Accept(Sample.Good(output, Value, 700));
            Interlocked.Increment(ref _rounds);
            if (_held is { } held)
                await held.Task.WaitAsync(cancellationToken);
        }

        public async Task RoundsAsync(int count)
        {
            for (var end = _rounds + count; _rounds < end;)
            {
                var before = _rounds;
                Pass(_period);
                await Eventually.True(() => _rounds > before);
            }

            _rig.Writer.Tick();
        }

        /// <summary>The round that is due next takes as long as this, and the one after it begins at its end.</summary>
        public async Task LongRoundAsync(int seconds)
        {
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _held = held;
            await RoundsAsync(1);
            _held = null;
            Pass(seconds);
            var before = _rounds;
            held.SetResult();
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

        private void Pass(int seconds)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }
}
