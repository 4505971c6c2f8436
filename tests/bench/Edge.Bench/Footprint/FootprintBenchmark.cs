using System.Globalization;
using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Bench.Footprint;

/// <summary>What a gateway costs the board it runs on, at 100 readings a second from devices on a simulated bus.</summary>
internal sealed class FootprintBenchmark(TimeProvider time) : IBenchmark
{
    private const int Repeats = 3;

    /// <summary>The runtime compiles its hot paths in the first seconds; a gateway runs for months.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    /// <summary>Measured from one status line to the next: a line itself allocates about 11 kB.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Name => "footprint";

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var files = new GatewayFolder(folder);
        files.WriteSite();
        await using var simulator = ChildProcess.Start(Programs.Simulator, ["serve", "--mapping", files.Site, "--socket", files.Socket, "--site-out", files.Sensors]);
        await simulator.WaitForLine("ready", Limit, cancellation: cancellationToken);
        files.WriteGateway();
        progress($"footprint: {Repeats} gateways in turn, each {(2 * Steady).TotalSeconds:N0} s at 100 readings/s ...");
        var rounds = new List<FootprintRound>();
        for (var i = 1; i <= Repeats; i++)
        {
            files.Empty();
            var round = await MeasureAsync(files, cancellationToken);
            progress(FormattableString.Invariant($"  gateway {i}: {round.ResidentMegabytes:N1} MB, {round.CpuPercent:N2} % CPU, first reading after {round.SecondsToFirst:N2} s, {round.ReadingsPerSecond:N1} readings/s"));
            rounds.Add(round);
        }

        return Report(rounds, folder);
    }

    private async Task<FootprintRound> MeasureAsync(GatewayFolder files, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var gateway = ChildProcess.Start(
            Programs.Gateway, ["run", "--config", files.Configuration, "--status", Steady.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
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
        return new FootprintRound(resident, 100 * cpu / seconds, first, (double)(after.Allocated - before.Allocated) / readings, readings / seconds);
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

    private static BenchReport Report(List<FootprintRound> rounds, string folder) => new(
        "footprint: the gateway process at 100 readings/s, ten channels of three devices on a simulated bus",
        Repeats,
        [
            new("rss_mb", "resident memory, MB", Median.Of(rounds.Select(r => r.ResidentMegabytes)), 1, "shared pages of the runtime and libraries included; later aim: 60"),
            new("cpu_percent", "CPU, % of one core", Median.Of(rounds.Select(r => r.CpuPercent)), 2, $"over {Steady.TotalSeconds:N0} s; later aim: 1"),
            new("seconds_to_first_reading", "start to first durable reading, s", Median.Of(rounds.Select(r => r.SecondsToFirst)), 2, "of it up to 1 s waiting for the group (commit_age)"),
            new("allocated_bytes_per_reading", "managed bytes per reading", Median.Of(rounds.Select(r => r.Allocated)), 1, "the whole process: seals, reconnecting and the status line too; later aim: 0"),
            new(null, "readings/s that came", Median.Of(rounds.Select(r => r.ReadingsPerSecond)), 1),
        ],
        [
            "Default settings; no page. The broker cannot be reached: the gateway buffers, as on a site without network, and tries again with back-off.",
            $"Measured from {Settling.TotalSeconds:N0} s after the first reading on, one status line included.",
            Disk.Describe(folder),
        ]);
}
