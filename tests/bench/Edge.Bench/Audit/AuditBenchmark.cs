using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Processes;

namespace Edge.Bench.Audit;

/// <summary><c>audit</c>: a gateway's whole day verified from its tiles by edge-verify, beside one SHA-256 over the same files.</summary>
internal sealed class AuditBenchmark(BenchOptions options) : IBenchmark
{
    private const int Repeats = 3;

    /// <summary>100 readings a second for a day.</summary>
    private const ulong Day = 8_640_000;

    /// <summary>On disk, an entry with its share of the tiles, generously.</summary>
    private const ulong BytesPerEntry = 220;

    /// <summary>Readings in the log.</summary>
    private readonly ulong _entries = options.Entries ?? Day;

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var needed = (long)(_entries * BytesPerEntry);
        if (new DriveInfo(folder).AvailableFreeSpace < needed)
            throw new BenchException($"{folder}: {needed / 1_000_000:N0} MB are needed there for the log. Name a larger disk with --dir, or a smaller log with --entries.");
        var log = Path.Combine(folder, "log");
        var policy = Path.Combine(folder, "policy.txt");
        progress($"writing a log of {_entries:N0} readings ...");
        var size = Write(log, policy);
        List<AuditRound> audits = [], streams = [];
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            // The first stream also brings the files into memory, for both.
            progress($"round {repeat} of {Repeats} ...");
            if (repeat == 1)
                await MeasureAsync("stream", log, policy, cancellationToken);
            streams.Add(await MeasureAsync("stream", log, policy, cancellationToken));
            audits.Add(await MeasureAsync("audit", log, policy, cancellationToken));
        }

        return Report(size, audits, streams, folder);
    }

    private ulong Write(string log, string policy)
    {
        using var signer = new NoteSigner("city.example/bench-gw", KeyType.Ed25519, new byte[32]);
        File.WriteAllText(policy, $"log {signer.Verifier}\nquorum none\n");
        var tiles = new TileFolder(log, TreeHasher.Sha256);
        new GatewayDay(tiles, TreeHasher.Sha256).Measure(_entries, signer.Verifier.ToString());
        tiles.Finish(signer.Name, checkpoint => checkpoint.Sign(signer));
        return tiles.Size;
    }

    private static async Task<AuditRound> MeasureAsync(string work, string log, string policy, CancellationToken cancellationToken)
    {
        await using var child = ChildProcess.Start(Environment.ProcessPath!, [AuditChild.Verb, work, log, policy]);
        var code = await child.WaitForExit(TimeSpan.FromMinutes(30), cancellationToken);
        return code == 0 && child.Output.All is [var line] ? AuditRound.Parse(line) : throw new BenchException($"Measuring the {work} failed: {child.Error}");
    }

    private static BenchReport Report(ulong size, List<AuditRound> audits, List<AuditRound> streams, string folder) => new(
        $"audit: a log of {size:N0} entries as tiles, {streams[0].Bytes / 1e6:N0} MB, verified entry by entry, in turn with one SHA-256 over the same files",
        Repeats,
        [
            new("entries_per_second", "audit, entries/s", Median.Of(audits.Select(a => size / a.Seconds)), 0, "read, hash, compare, decode, check contexts and seals, count"),
            new(null, "audit, MB/s", Median.Of(audits.Select(a => streams[0].Bytes / a.Seconds / 1e6)), 0),
            new(null, "one SHA-256 stream, MB/s", Median.Of(streams.Select(s => s.Bytes / s.Seconds / 1e6)), 0, "read, hash"),
            new("ratio_one_stream", "audit speed / stream speed", Median.Of(streams.Zip(audits, (s, a) => s.Seconds / a.Seconds)), 2, "the tree hashes about 2.1 times the stream's blocks"),
            new("peak_rss_mb", "audit, peak resident memory, MB", audits.Max(a => a.PeakMegabytes), 0, "largest of all rounds; aim: 200"),
            new("entries", "entries", size, 0),
        ],
        ["Files in the page cache for both; each measured in a process of its own, JIT compilation included.", Disk.Describe(folder)]);
}
