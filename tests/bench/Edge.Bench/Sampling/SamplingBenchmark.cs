using System.Globalization;
using Edge.Bench.Footprint;
using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Bench.Sampling;

/// <summary>
/// How exactly the gateway keeps its schedules: the real process beside a simulator with all devices well, with the fast one slowed, with one that is silent and with
/// one that hangs; and, without process and socket, the same loops and driver alone over the ports.
/// </summary>
internal sealed class SamplingBenchmark(BenchOptions options, TimeProvider time) : IBenchmark
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>How long each of the five is measured.</summary>
    private readonly TimeSpan _span = options.Span ?? TimeSpan.FromSeconds(30);

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        progress($"sampling: four gateways beside a simulator and one run over the ports, each {(Settling + _span).TotalSeconds:N0} s ...");
        var files = new GatewayFolder(folder);
        await File.WriteAllTextAsync(files.Site, SamplingSite.Text(), cancellationToken);
        await using var simulator = ChildProcess.Start(Programs.Simulator, ["serve", "--mapping", files.Site, "--socket", files.Socket, "--site-out", files.Sensors]);
        await simulator.WaitForLine("ready", Limit, cancellation: cancellationToken);
        files.WriteGateway();

        await using var machine = new BareBeat(SamplingSite.FastRate);
        var well = await MeasureAsync(files, "all well", "none", progress, cancellationToken);
        var beats = await machine.EndAsync();
        progress(FormattableString.Invariant($"  the machine meanwhile: of {beats.Beats} beats of a bare thread {beats.Late} came more than {BareBeat.Longest.TotalMilliseconds} ms late"));
        var configuration = await File.ReadAllTextAsync(files.Configuration, cancellationToken);
        await File.WriteAllTextAsync(files.Configuration, SamplingSite.Slowed(configuration), cancellationToken);
        var slowed = await MeasureAsync(files, "the fast one slowed to 8 Hz", "none", progress, cancellationToken);
        await File.WriteAllTextAsync(files.Configuration, configuration, cancellationToken);
        var silent = await MeasureAsync(files, "one silent", "no-acknowledge", progress, cancellationToken);
        var hanging = await MeasureAsync(files, "one hanging", "timed-out", progress, cancellationToken);
        var ports = await PortRun.MeasureAsync(time, _span, cancellationToken);
        progress(FormattableString.Invariant($"  over the ports: {ports.PerSecond:N1}/s, p50 {ports.P50:N3} ms, p99 {ports.P99:N3} ms, {ports.Missed} missed"));
        return Report(well, beats, slowed, silent, hanging, ports, folder);
    }

    private async Task<SamplingFigures> MeasureAsync(GatewayFolder files, string title, string fault, Action<string> progress, CancellationToken cancellationToken)
    {
        files.Empty();
        await Tell(files, fault, cancellationToken);
        await using var gateway = ChildProcess.Start(Programs.Gateway, ["run", "--config", files.Configuration, "--status", _span.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
        await Task.Delay(Settling, time, cancellationToken);
        var before = await SamplingFigures.NextAsync(gateway, _span + Limit, cancellationToken);
        var (cpuBefore, at) = (ProcessUsage.CpuSeconds(gateway.Id), time.GetTimestamp());
        var after = await SamplingFigures.NextAsync(gateway, _span + Limit, cancellationToken);
        var figures = new SamplingFigures(before, after, 100 * (ProcessUsage.CpuSeconds(gateway.Id) - cpuBefore) / time.GetElapsedTime(at).TotalSeconds);
        gateway.Terminate();
        await gateway.WaitForExit(Limit, cancellationToken);
        if (after.Readings == before.Readings)
            throw new BenchException($"The gateway read nothing; it said:\n{gateway.Error}");
        var (p50, p99) = figures.Jitter(SamplingSite.Places.Skip(1));
        progress(FormattableString.Invariant(
            $"  {title}: {figures.ReadingsPerSecond:N1} readings/s; all but the first converter p50 {p50:N3} ms, p99 {p99:N3} ms, {figures.Missed(SamplingSite.Places.Skip(1))} missed; the fast one {figures.RoundsPerSecond(SamplingSite.FastPlace):N1}/s, {figures.Missed([SamplingSite.FastPlace])} missed; {figures.CpuPercent:N1} % CPU, {figures.Allocated:N1} B per reading"));
        return figures;
    }

    private static async Task Tell(GatewayFolder files, string fault, CancellationToken cancellationToken)
    {
        await using var tell = ChildProcess.Start(Programs.Simulator, ["tell", "--socket", files.Socket, "fault", SamplingSite.FirstChannel, fault]);
        if (await tell.WaitForExit(Limit, cancellationToken) != 0)
            throw new BenchException($"The simulator did not take the fault {fault}:\n{tell.Error}");
    }

    private BenchReport Report(SamplingFigures well, MachineBeats machine, SamplingFigures slowed, SamplingFigures silent, SamplingFigures hanging, PortFigures ports, string folder)
    {
        var dead = SamplingSite.Places[0];
        var neighbours = SamplingSite.Places.Skip(1).Take(3).ToList();
        var others = SamplingSite.Places.Skip(4).ToList();
        return new BenchReport(
            "sampling: how exactly schedules are kept, 32 channels at 10 Hz, one at 860 Hz by its own edges, and 1,000 pulses/s",
            1,
            [
                .. All("", "all well", well, null),
                new("fast.samples_per_second", "the channel at 860 Hz: readings/s", well.RoundsPerSecond(SamplingSite.FastPlace), 1, "aim: 860"),
                new("fast.missed_samples", "of its conversions nobody read in time", well.Missed([SamplingSite.FastPlace]), 0, "aim: 0"),
                new("machine.late_beats", "meanwhile, of the beats of a bare thread that only waits for such moments: came too late by as much", machine.Late, 0, "the machine's own share"),
                new("fast.jitter_p50_ms", "half of its readings begin no later after their edge than, ms", well.Jitter([SamplingSite.FastPlace]).P50, 3),
                new("fast.jitter_p99_ms", "99 in 100, ms", well.Jitter([SamplingSite.FastPlace]).P99, 3),
                new("pulses_counted", "pulses counted against those given", well.Volume * 450 / (well.Seconds * SamplingSite.PulsesPerSecond), 3, "aim: 1; the two moments are known to 0.1 s"),
                new("allocated_bytes_per_sample", "managed bytes that each reading more costs: the fast channel at 860 Hz against 8 Hz", well.AllocatedMoreThan(slowed), 2, "aim: 0"),
                new("allocated_bytes_per_reading", "managed bytes of all, over all readings", well.Allocated, 1, "seals, commits, the log's watch and the status line are in it"),
                new("allocated_bytes_per_second_slowed", "managed bytes a second with the fast channel at 8 Hz", slowed.AllocatedPerSecond, 0),
                new("cpu_percent", "CPU, % of one core", well.CpuPercent, 1),
                new("samples_per_second", "readings/s", well.ReadingsPerSecond, 1),
                .. All("silent.", "one device silent (no acknowledge), the others", silent, dead),
                .. Ratios("silent.", silent, well, neighbours, others),
                .. All("hanging.", "one device hanging (50 ms for each transfer), the others", hanging, dead),
                .. Ratios("hanging.", hanging, well, neighbours, others),
                new("ports.samples_per_second", "over the ports, no process and no socket, the same driver: readings/s of the one at 860 Hz", ports.PerSecond, 1, "aim: 860"),
                new("ports.jitter_p50_ms", "half of them begin no later after their edge than, ms", ports.P50, 3),
                new("ports.jitter_p99_ms", "99 in 100, ms", ports.P99, 3),
                new("ports.missed", "its conversions that nobody read in time, and rounds of 32 channels at 10 Hz beside it", ports.Missed, 0, "aim: 0"),
                new("ports.allocated_bytes_per_sample", "managed bytes per sample", ports.Allocated, 2, "aim: 0"),
            ],
            [
                $"Default settings, the gateway on the runtime; measured from {Settling.TotalSeconds:N0} s after the start on, over {_span.TotalSeconds:N0} s. Jitter is begun minus due, the worst device, since the start. A conversion is missed when its code was not read within 1.05 ms of its edge, the shortest time in which the next can end.",
                Disk.Describe(folder),
            ]);
    }

    private static IEnumerable<Figure> All(string key, string label, SamplingFigures figures, string? but)
    {
        var (p50, p99) = figures.Jitter(SamplingSite.Places.Where(p => p != but));
        yield return new Figure($"{key}jitter_p50_ms", $"{label}: half of the rounds at 10 Hz begin no later than, ms", p50, 3);
        yield return new Figure($"{key}jitter_p99_ms", "99 in 100, ms", p99, 3);
        yield return new Figure($"{key}missed_samples", "rounds left out, of all at 10 Hz", figures.Missed(SamplingSite.Places.Where(p => p != but)), 0, "aim: 0");
        yield return new Figure($"{key}absent_samples", "readings without a value, or lost", figures.Absent(but), 0, "aim: 0");
    }

    private static IEnumerable<Figure> Ratios(string key, SamplingFigures figures, SamplingFigures well, List<string> neighbours, List<string> others)
    {
        yield return new Figure($"{key}neighbours_missed_samples", "rounds left out of its neighbours on the same bus", figures.Missed(neighbours), 0, "a device may take its slot of its own bus");
        yield return new Figure($"{key}fast_missed_samples", "conversions missed of the channel at 860 Hz, on another bus", figures.Missed([SamplingSite.FastPlace]), 0, "aim: 0");
        yield return new Figure($"{key}neighbours_p50_ratio", "p50 of those on its bus, against all well", figures.Jitter(neighbours).P50 / well.Jitter(neighbours).P50, 2);
        yield return new Figure($"{key}neighbours_p99_ratio", "p99 of those on its bus", figures.Jitter(neighbours).P99 / well.Jitter(neighbours).P99, 2);
        yield return new Figure($"{key}others_p99_ratio", "p99 of those on another bus", figures.Jitter(others).P99 / well.Jitter(others).P99, 2);
    }
}
