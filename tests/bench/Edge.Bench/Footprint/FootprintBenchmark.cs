using System.Globalization;
using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Bench.Footprint;

/// <summary>What a gateway costs the board it runs on, at 100 readings a second from devices on a simulated bus: as the native program a board gets, and on the runtime.</summary>
internal sealed class FootprintBenchmark(BenchOptions options, TimeProvider time) : IBenchmark
{
    /// <summary>The first seconds are of the start: opening the log, looking for the broker again and again. A gateway runs for months.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(40);

    /// <summary>Measured from one status line to the next: a line itself allocates about 11 kB.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Gateways of each kind that are measured, one after the other.</summary>
    private readonly int _repeats = options.Repeats ?? 3;

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var native = Programs.NativeGateway ?? throw new BenchException("The gateway is not built to native code. Run ./edge bench footprint, which does it.");
        var files = new GatewayFolder(folder);
        files.WriteSite();
        await using var simulator = ChildProcess.Start(Programs.Simulator, ["serve", "--mapping", files.Site, "--socket", files.Socket, "--site-out", files.Sensors]);
        await simulator.WaitForLine("ready", Limit, cancellation: cancellationToken);
        files.WriteGateway();
        progress($"footprint: {_repeats} native gateways and {_repeats} on the runtime in turn, each {(Settling + Steady).TotalSeconds:N0} s and more at 100 readings/s ...");
        List<FootprintRound> natives = [], managed = [];
        for (var i = 1; i <= _repeats; i++)
        {
            natives.Add(await MeasureAsync(native, files, "native", progress, cancellationToken));
            managed.Add(await MeasureAsync(Programs.Gateway, files, "on the runtime", progress, cancellationToken));
        }

        return Report(natives, managed, folder);
    }

    private async Task<FootprintRound> MeasureAsync(string program, GatewayFolder files, string build, Action<string> progress, CancellationToken cancellationToken)
    {
        files.Empty();
        var started = time.GetTimestamp();
        await using var gateway = ChildProcess.Start(
            program, ["run", "--config", files.Configuration, "--status", Steady.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
        var first = await SecondsToFirstAsync(gateway, files, started, cancellationToken);

        await Task.Delay(Settling, time, cancellationToken);
        var before = await StatusFigures.NextAsync(gateway, Steady + Limit, cancellationToken);
        var (cpuBefore, at) = (ProcessUsage.CpuSeconds(gateway.Id), time.GetTimestamp());
        var after = await StatusFigures.NextAsync(gateway, Steady + Limit, cancellationToken);
        var (cpu, seconds) = (ProcessUsage.CpuSeconds(gateway.Id) - cpuBefore, time.GetElapsedTime(at).TotalSeconds);
        var resident = ProcessUsage.ResidentMegabytes(gateway.Id);
        var readings = after.Readings - before.Readings;
        if (readings == 0 || after.Bad > before.Bad)
            throw new BenchException($"The gateway read {readings} values, {after.Bad - before.Bad} of them bad; it said:\n{gateway.Error}");

        gateway.Terminate();
        await gateway.WaitForExit(Limit, cancellationToken);
        var round = new FootprintRound(resident, 100 * cpu / seconds, first, (double)(after.Allocated - before.Allocated) / readings, readings / seconds);
        progress(FormattableString.Invariant($"  {build}: {round.ResidentMegabytes:N1} MB, {round.CpuPercent:N2} % CPU, first reading after {round.SecondsToFirst:N2} s, {round.Allocated:N0} B per reading, {round.ReadingsPerSecond:N1} readings/s"));
        return round;
    }

    private async Task<double> SecondsToFirstAsync(ChildProcess gateway, GatewayFolder files, long started, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var reading = FirstReading.WaitAsync(files.Store, time, limit.Token);
            if (await Task.WhenAny(reading, gateway.WaitForExit(2 * Limit, limit.Token)) == reading)
            {
                await reading;
                return time.GetElapsedTime(started).TotalSeconds;
            }

            throw new BenchException($"The gateway ended at once; it said:\n{gateway.Error}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BenchException($"No reading became durable within {Limit.TotalSeconds:N0} s; the gateway said:\n{gateway.Error}");
        }
    }

    private BenchReport Report(List<FootprintRound> native, List<FootprintRound> managed, string folder) => new(
        "footprint: the gateway process at 100 readings/s, ten channels of three devices on a simulated bus",
        _repeats,
        [
            .. Figures(native, "", "native program", "aim: 60", "aim: 1", "aim: 0; seals, the log's watch and the status line are in it"),
            .. Figures(managed, "_runtime", "on the runtime", "shared pages of the runtime and libraries included", "", ""),
            new(null, "readings/s that came", Median.Of(native.Concat(managed).Select(r => r.ReadingsPerSecond)), 1),
        ],
        [
            "Default settings; no page. The broker cannot be reached: the gateway buffers, as on a site without network, and tries again with back-off.",
            $"Measured from {Settling.TotalSeconds:N0} s after the first reading on, over {Steady.TotalSeconds:N0} s, one status line included.",
            Disk.Describe(folder),
        ]);

    private static IEnumerable<Figure> Figures(List<FootprintRound> rounds, string key, string build, string resident, string processor, string allocated) =>
    [
        new($"rss_mb{key}", $"{build}: resident memory, MB", Median.Of(rounds.Select(r => r.ResidentMegabytes)), 1, resident),
        new($"cpu_percent{key}", $"{build}: CPU, % of one core", Median.Of(rounds.Select(r => r.CpuPercent)), 2, processor),
        new($"seconds_to_first_reading{key}", $"{build}: start to first durable reading, s", Median.Of(rounds.Select(r => r.SecondsToFirst)), 2, "of it up to 1 s waiting for the group (commit_age)"),
        new($"allocated_bytes_per_reading{key}", $"{build}: managed bytes per reading", Median.Of(rounds.Select(r => r.Allocated)), 1, allocated),
    ];
}
