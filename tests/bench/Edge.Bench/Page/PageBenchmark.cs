using System.Globalization;
using System.Net;
using Edge.Bench.Footprint;
using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Bench.Sampling;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Bench.Page;

/// <summary>What the site page costs a gateway of 100 readings a second: without a page, with one that nobody watches, and with fifty who do.</summary>
internal sealed class PageBenchmark(BenchOptions options, TimeProvider time) : IBenchmark
{
    private const int Viewers = 50;
    private const string Said = "the site page is at ";
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>How long each of the three is measured.</summary>
    private readonly TimeSpan _span = options.Span ?? TimeSpan.FromSeconds(30);

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var files = new GatewayFolder(folder);
        files.WriteSite();
        await using var simulator = ChildProcess.Start(Programs.Simulator, ["serve", "--mapping", files.Site, "--socket", files.Socket, "--site-out", files.Sensors]);
        await simulator.WaitForLine("ready", Limit, cancellation: cancellationToken);
        files.WriteGateway();
        progress($"page: three gateways at 100 readings/s in turn, each {(Settling + _span).TotalSeconds:N0} s ...");
        var without = await MeasureAsync(files, "no page", 0, progress, cancellationToken);
        await File.AppendAllTextAsync(files.Configuration, "\nsite: { listen: \"127.0.0.1:0\" }\n", cancellationToken);
        var nobody = await MeasureAsync(files, "nobody watches", 0, progress, cancellationToken);
        var watched = await MeasureAsync(files, $"{Viewers} watch", Viewers, progress, cancellationToken);
        return Report(without, nobody, watched, folder);
    }

    private async Task<PageRound> MeasureAsync(GatewayFolder files, string title, int viewers, Action<string> progress, CancellationToken cancellationToken)
    {
        files.Empty();
        await using var gateway = ChildProcess.Start(Programs.Gateway, ["run", "--config", files.Configuration, "--status", _span.TotalSeconds.ToString(CultureInfo.InvariantCulture)]);
        var watching = await WatchAsync(gateway, viewers, cancellationToken);
        try
        {
            await Task.Delay(Settling, time, cancellationToken);
            var before = await SamplingFigures.NextAsync(gateway, _span + Limit, cancellationToken);
            watching.ForEach(v => v.Take());
            var (cpu, at) = (ProcessUsage.CpuSeconds(gateway.Id), time.GetTimestamp());
            var after = await SamplingFigures.NextAsync(gateway, _span + Limit, cancellationToken);
            var seconds = time.GetElapsedTime(at).TotalSeconds;
            var figures = new SamplingFigures(before, after, 100 * (ProcessUsage.CpuSeconds(gateway.Id) - cpu) / seconds);
            var bytes = watching.Sum(v => v.Bytes) / (double)Math.Max(1, viewers) / seconds;
            var ages = watching.SelectMany(v => v.Take()).Order().ToList();
            var round = new PageRound(figures, ProcessUsage.ResidentMegabytes(gateway.Id), ages, bytes);
            gateway.Terminate();
            await gateway.WaitForExit(Limit, cancellationToken);
            progress(FormattableString.Invariant(
                $"  {title}: {figures.CpuPercent:N1} % CPU, {round.Resident:N1} MB, {figures.ReadingsPerSecond:N1} readings/s, {round.Missed} rounds missed, jitter p99 {round.JitterP99:N3} ms")
                + (viewers == 0 ? "" : FormattableString.Invariant($"; from sample to viewer p50 {round.Age(50):N0} ms, p99 {round.Age(99):N0} ms")));
            return figures.ReadingsPerSecond > 0 ? round : throw new BenchException($"The gateway read nothing; it said:\n{gateway.Error}");
        }
        finally
        {
            foreach (var viewer in watching)
                await viewer.DisposeAsync();
        }
    }

    private async Task<List<LiveViewer>> WatchAsync(ChildProcess gateway, int viewers, CancellationToken cancellationToken)
    {
        var watching = new List<LiveViewer>();
        if (viewers == 0)
            return watching;
        await Eventually.True(() => gateway.Error.All.Any(l => l.Contains(Said, StringComparison.Ordinal)), Limit, cancellationToken);
        var line = gateway.Error.All.First(l => l.Contains(Said, StringComparison.Ordinal));
        var page = new Uri(line[(line.IndexOf(Said, StringComparison.Ordinal) + Said.Length)..].Trim());
        for (var i = 0; i < viewers; i++)
        {
            watching.Add(new LiveViewer(page, new IPAddress([127, 0, 1, (byte)(1 + i)]), time));
            await watching[^1].StartAsync(cancellationToken);
        }

        return watching;
    }

    private static BenchReport Report(PageRound without, PageRound nobody, PageRound watched, string folder) => new(
        $"page: {Viewers} viewers of a gateway at 100 readings/s, ten channels of three devices on a simulated bus",
        1,
        [
            new("latency_p50_ms", "from sample to viewer, half of all readings, ms", watched.Age(50), 0, "a frame goes at most four times a second"),
            new("latency_p99_ms", "99 in 100, ms", watched.Age(99), 0, "aim: 1000"),
            new("cpu_percent", $"CPU with {Viewers} viewers, % of one core", watched.Figures.CpuPercent, 1),
            new("cpu_percent_nobody", "with a page that nobody watches", nobody.Figures.CpuPercent, 1),
            new("cpu_percent_without", "without a page", without.Figures.CpuPercent, 1),
            new("rss_mb", $"resident memory with {Viewers} viewers, MB", watched.Resident, 1),
            new("rss_mb_nobody", "with a page that nobody watches", nobody.Resident, 1),
            new("rss_mb_without", "without a page", without.Resident, 1),
            new("missed_samples", "rounds missed while they watch", watched.Missed, 0, "aim: 0"),
            new("missed_samples_without", "without a page", without.Missed, 0),
            new("jitter_p99_ms", "99 in 100 rounds begin no later while they watch, the worst device, ms", watched.JitterP99, 3),
            new("jitter_p99_ratio", "against no page", watched.JitterP99 / without.JitterP99, 2),
            new("bytes_per_second", "events to each viewer, bytes/s", watched.BytesPerSecond, 0),
        ],
        [
            $"Default settings, the gateway on the runtime; measured from {Settling.TotalSeconds:N0} s after the start on, in one process that reads all events on the same machine. No encryption.",
            Disk.Describe(folder),
        ]);
}
