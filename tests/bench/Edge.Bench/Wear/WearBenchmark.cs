using System.Globalization;
using Edge.Bench.Ingest;
using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Bench.Stacks;
using Edge.Store.Log;

namespace Edge.Bench.Wear;

/// <summary>
/// What a reading costs the card. In real time, since the kernel writes on its own clock too (dirty pages after 30 s, the journal every 5 s): a run
/// without waiting would leave that out, to the gateway's advantage.
/// </summary>
internal sealed class WearBenchmark(BenchOptions options, TimeProvider time) : IBenchmark
{
    private const int Fastest = 1000;
    private static readonly int[] Rates = [1, 10, 100, Fastest];

    /// <summary>How long each way is given readings; all at the same time.</summary>
    private readonly TimeSpan _span = options.Span ?? TimeSpan.FromSeconds(60);

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var meters = new WriteMeters(folder);
        var rows = Entries(Path.Combine(folder, "entries"));
        var gateway = Rates.Select(rate => new WearRound($"gateway-{rate}", rate, f => Keeper.Gateway(f, time))).ToList();
        var single = Rates.Select(rate => new WearRound($"row-{rate}", rate, f => Keeper.Rows(f, rows, 1))).ToList();
        var batch = new WearRound("batch", Fastest, f => Keeper.Rows(f, rows, Fastest));
        var documents = StackDatabase.Name is null ? [] : Rates.Select(rate => new WearRound($"documents-{rate}", rate, f => Keeper.Documents(f, rows, rate))).ToList();
        WearRound[] all = [.. gateway, .. single, batch, .. documents];
        progress($"wear: {all.Length} stores side by side for {_span.TotalSeconds:N0} s ...");
        var figures = await Task.WhenAll(all.Select(r => r.RunAsync(meters, _span, time, cancellationToken)));
        return Report(
            (double)rows.Bundle.Length / rows.Count, figures.AsSpan(0, Rates.Length).ToArray(), figures.AsSpan(Rates.Length, Rates.Length).ToArray(), figures[2 * Rates.Length],
            figures.AsSpan(2 * Rates.Length + 1).ToArray(), meters, folder);
    }

    /// <summary>Readings as the gateway encodes them.</summary>
    private EntryBatch Entries(string folder)
    {
        using var gateway = new GatewayLog(folder);
        gateway.Take(Fastest);
        gateway.Finish();
        return gateway.Entries();
    }

    private BenchReport Report(double entry, WearFigure[] gateway, WearFigure[] single, WearFigure batch, WearFigure[] documents, WriteMeters meters, string folder) => new(
        $"wear: bytes written to the block device per reading, default durability, {_span.TotalSeconds:N0} s in real time, all side by side",
        1,
        [
            new("entry_bytes", "bytes of an entry", entry, 1, "with its length"),
            .. gateway.Select(g => new Figure(Key("bytes_per_reading", g), $"gateway, {g.Rate:N0}/s, bytes per reading", g.BytesPerReading, 1, Kept(g))),
            .. single.Select(s => new Figure(Key("row_per_commit", s), $"SQLite, one row per commit, {s.Rate:N0}/s", s.BytesPerReading, 1, Kept(s))),
            new("batch", $"SQLite, {Fastest:N0} rows per commit, {Fastest:N0}/s", batch.BytesPerReading, 1, Kept(batch)),
            .. documents.Select(d => new Figure(Key("document_per_second", d), $"{StackDatabase.Name}, a document a second, {d.Rate:N0}/s", d.BytesPerReading, 1, Kept(d))),
            .. gateway.Zip(single).Select(p => new Figure(
                Key("ratio_row_per_commit", p.First), $"ratio to one row per commit, {p.First.Rate:N0}/s", p.First.BytesPerReading / p.Second.BytesPerReading, 3, p.First.Rate == 10 ? "aim: 0.1" : "")),
            .. gateway.Zip(documents).Select(p => new Figure(Key("ratio_document_per_second", p.First), $"ratio to a document a second, {p.First.Rate:N0}/s", p.First.BytesPerReading / p.Second.BytesPerReading, 3)),
            new("ratio_batch", $"ratio to {Fastest:N0} rows per commit, {Fastest:N0}/s", gateway[^1].BytesPerReading / batch.BytesPerReading, 3),
            new("ratio_entry_bytes", $"ratio to the entries' own bytes, {Fastest:N0}/s", gateway[^1].BytesPerReading / entry, 2, "aim: 1"),
        ],
        [
            meters.Words,
            "From the opening of an empty store to the last write, then sync. Gateway: commits of at most 1 s, a seal with a signed checkpoint every 10 s or 4,096 entries. SQLite: write-ahead log, synchronous=FULL.",
            "Without a city: where there is one, the receipt of each anchor, as often as every anchoring.min_interval, comes on top.",
            "Until its write-ahead log has come round once (1,000 pages), SQLite's file still grows, which costs it the journal: at 1/s and 10/s a longer run (--seconds) costs it less.",
            Disk.Describe(folder),
        ]);

    private static string Key(string name, WearFigure figure) => string.Create(CultureInfo.InvariantCulture, $"{name}.{figure.Rate}");

    private static string Kept(WearFigure figure) =>
        figure.KeptPerSecond < 0.9 * figure.Rate ? string.Create(CultureInfo.InvariantCulture, $"only {figure.KeptPerSecond:N0}/s were kept up with") : "";
}
