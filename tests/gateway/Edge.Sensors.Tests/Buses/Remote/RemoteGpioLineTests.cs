using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Remote;
using Edge.Sensors.Tests.Ads1x15;
using Edge.Sensors.Tests.Sampling;
using Edge.Testing;

namespace Edge.Sensors.Tests.Buses.Remote;

public sealed class RemoteGpioLineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly List<GpioEdge> _edges = [];

    private static RemoteGpioLine Line(LoopbackBench bench, int offset = 17) => new(bench.Socket, "gpio", offset, TimeProvider.System);

    private static async Task UntilAsync(RemoteGpioLine line, Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!reached())
            await line.WaitAsync(limit.Token);
    }

    private async Task<GpioEdge[]> TakeAsync(RemoteGpioLine line, int count)
    {
        var batch = new GpioEdge[64];
        await UntilAsync(line, () =>
        {
            for (int taken; (taken = line.Read(batch)) > 0;)
                _edges.AddRange(batch[..taken]);
            return _edges.Count >= count;
        });
        var result = _edges.ToArray();
        _edges.Clear();
        return result;
    }

    private static void Emit(LoopbackBench bench, int count)
    {
        for (var i = 0; i < count; i++)
            bench.Line.Emit(1000 + i);
    }

    [Fact]
    public async Task A_converter_that_runs_by_itself_wakes_its_driver_through_the_socket_once_per_conversion()
    {
        await using var bench = new LoopbackBench();
        bench.Converter.ConnectReady(bench.Line);
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", TimeProvider.System);
        var line = Line(bench);
        await Task.Run(() => Assert.True(line.WaitUntilTried(Limit)));
        using var sensor = new Ads1x15RunningSensor(bus, line, RunningRig.OptionsOf(8), bench.Clock);
        var due = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            var samples = new CollectedSamples();
            var round = Task.Run(async () => await sensor.SampleAsync(samples, CancellationToken.None));
            await Eventually.True(() =>
            {
                bench.Clock.Advance(TimeSpan.FromMilliseconds(5));
                return round.IsCompleted;
            });
            Assert.Equal(1, samples[0].Value!.Value, 1e-3);
            due.Add(sensor.Due);
        }

        Assert.All(due.Zip(due.Skip(1)), d => Assert.Equal(0, (d.Second - d.First) % 125_000_000));
        Assert.InRange(sensor.TakeMissed(), 0, (due[^1] - due[0]) / 125_000_000 - 3);
    }

    [Fact]
    public async Task Edges_are_pushed_with_their_stamps_and_numbers()
    {
        await using var bench = new LoopbackBench();
        using var line = Line(bench);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 50);
        var edges = await TakeAsync(line, 50);
        Assert.Equal(Enumerable.Range(1, 50).Select(n => (uint)n), edges.Select(e => e.Sequence));
        Assert.Equal(Enumerable.Range(1000, 50).Select(n => (long)n), edges.Select(e => e.Nanoseconds));
        Assert.All(edges, e => Assert.True(e.Rising));
        Assert.True(line.TryReadLevel(out _));
        Assert.Null(line.Trouble);
    }

    [Fact]
    public async Task A_removed_line_is_reported_and_its_return_is_a_new_generation()
    {
        await using var bench = new LoopbackBench();
        using var line = Line(bench);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 1);
        var first = Assert.Single(await TakeAsync(line, 1));
        bench.Line.Remove();
        await UntilAsync(line, () => line.State == GpioLineState.Removed);
        Assert.False(line.TryReadLevel(out _));
        bench.Line.Restore();
        Emit(bench, 1);
        var second = Assert.Single(await TakeAsync(line, 1));
        Assert.NotEqual(first.Generation, second.Generation);
    }

    [Fact]
    public async Task After_a_lost_connection_it_goes_on_behind_the_last_edge()
    {
        await using var bench = new LoopbackBench();
        await using var relay = new Relay(bench.Socket);
        using var line = new RemoteGpioLine(relay.Socket, "gpio", 17, TimeProvider.System);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 10);
        var before = await TakeAsync(line, 10);
        relay.Cut();
        Emit(bench, 20);
        var after = await TakeAsync(line, 20);
        Assert.Equal(Enumerable.Range(11, 20).Select(n => (uint)n), after.Select(e => e.Sequence));
        Assert.Equal(before[0].Generation, after[0].Generation);
    }

    [Fact]
    public async Task What_the_bench_no_longer_has_is_missed_by_its_number()
    {
        await using var bench = new LoopbackBench();
        await using var relay = new Relay(bench.Socket);
        using var line = new RemoteGpioLine(relay.Socket, "gpio", 17, TimeProvider.System);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 10);
        await TakeAsync(line, 10);
        relay.Hold();
        await UntilAsync(line, () => line.State == GpioLineState.Gone);
        Emit(bench, 150);
        relay.Release();
        var after = await TakeAsync(line, 100);
        Assert.Equal(Enumerable.Range(61, 100).Select(n => (uint)n), after.Select(e => e.Sequence));
    }

    [Fact]
    public async Task A_restarted_bench_is_a_new_generation()
    {
        await using var bench = new LoopbackBench();
        using var line = Line(bench);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 3);
        var before = await TakeAsync(line, 3);
        await bench.StopAsync();
        await UntilAsync(line, () => line.State == GpioLineState.Gone);
        Assert.Contains("edge-sim serve", line.Trouble, StringComparison.Ordinal);
        await bench.RestartAsync();
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 3);
        var after = await TakeAsync(line, 3);
        Assert.Equal([1u, 2u, 3u], after.Select(e => e.Sequence));
        Assert.NotEqual(before[0].Generation, after[0].Generation);
    }

    [Fact]
    public async Task A_client_that_comes_anew_gets_edges_from_now_on()
    {
        await using var bench = new LoopbackBench();
        Emit(bench, 5);
        using var line = Line(bench);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        Emit(bench, 1);
        Assert.Equal(6u, Assert.Single(await TakeAsync(line, 1)).Sequence);
    }

    [Fact]
    public async Task A_line_that_the_bench_has_not_says_so()
    {
        await using var bench = new LoopbackBench();
        using var line = Line(bench, 4);
        await UntilAsync(line, () => line.Trouble is not null);
        Assert.Contains("no line 4", line.Trouble, StringComparison.Ordinal);
        Assert.Equal(GpioLineState.Gone, line.State);
    }

    [Fact]
    public async Task A_bench_where_nothing_happens_says_so_often_enough_to_be_believed()
    {
        await using var bench = new LoopbackBench();
        using var line = Line(bench);
        await UntilAsync(line, () => line.State == GpioLineState.Present);
        using var watch = new CancellationTokenSource(RemoteGpioLine.UsualPatience * 1.5);
        while (!watch.IsCancellationRequested)
        {
            try
            {
                await line.WaitAsync(watch.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            Assert.Equal((GpioLineState.Present, null), (line.State, line.Trouble));
        }
        Emit(bench, 1);
        Assert.Equal(1u, Assert.Single(await TakeAsync(line, 1)).Sequence);
    }
}
