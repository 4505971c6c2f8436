using System.Globalization;
using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Bench.Stacks;
using Edge.Store.Log;

namespace Edge.Bench.Ingest;

/// <summary>How fast readings become durable, beside the plainest thing that could keep the same bytes.</summary>
internal sealed class IngestBenchmark(TimeProvider time) : IBenchmark
{
    private const int Repeats = 7;
    private const int Readings = 200_000;
    private const int SteadyFrom = Readings / 2;
    private const int PerCommit = 1000;
    private const int SingleRows = 2000;

    public Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var core = OneCore.Pin();
        progress($"ingest: {Repeats + 1} rounds of {Readings:N0} readings on core {core} ...");
        var rounds = new List<IngestRound>();
        for (var i = 0; i <= Repeats; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round = Measure(Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture)));
            progress(FormattableString.Invariant($"  {(i == 0 ? "warm-up" : $"round {i}")}: {round.Readings:N0} readings/s, batch {round.Batch:N0} rows/s, single {round.Row:N0} rows/s{(round.Documents is { } bundled ? $", documents {bundled:N0} entries/s" : "")}"));
            if (i > 0)
                rounds.Add(round);
        }

        return Task.FromResult(Report(rounds, core, folder));
    }

    private IngestRound Measure(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using var gateway = new GatewayLog(Path.Combine(folder, "gateway-log"));
            var allocated = 0L;
            var ours = Seconds(() =>
            {
                gateway.Take(SteadyFrom);
                var before = GC.GetAllocatedBytesForCurrentThread();
                gateway.Take(Readings - SteadyFrom);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                gateway.Finish();
            });
            var entries = gateway.Entries();
            var batch = Seconds(new RawTable(Path.Combine(folder, "batch.db")), entries, entries.Count, PerCommit);
            var row = Seconds(new RawTable(Path.Combine(folder, "row.db")), entries, SingleRows, 1);
            double? documents = StackDatabase.Name is null ? null : entries.Count / Seconds(StackDatabase.Open(Path.Combine(folder, "documents.db")), entries, entries.Count, PerCommit);
            return new IngestRound(
                Readings / ours, entries.Count / batch, SingleRows / row, documents, (double)allocated / (Readings - SteadyFrom), (double)entries.Bundle.Length / entries.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private double Seconds(IRawLog log, EntryBatch entries, int count, int perCommit)
    {
        using (log)
            return Seconds(() => log.Insert(entries, count, perCommit));
    }

    private double Seconds(Action work)
    {
        GC.Collect();
        var started = time.GetTimestamp();
        work();
        return time.GetElapsedTime(started).TotalSeconds;
    }

    private static BenchReport Report(List<IngestRound> rounds, int core, string folder) => new(
        $"ingest: from sample to durable, one core (core {core}), {Readings:N0} readings a round, in turn with raw SQLite inserts of the same bytes",
        Repeats,
        [
            new("readings_per_second", "gateway, readings/s", Median.Of(rounds.Select(r => r.Readings)), 0, "queue, salt, encoding, hashing, seals, signatures, commit"),
            new(null, "SQLite, rows/s, 1,000 per commit", Median.Of(rounds.Select(r => r.Batch)), 0, "the encoded entries, nothing else"),
            new(null, "SQLite, rows/s, 1 per commit", Median.Of(rounds.Select(r => r.Row)), 0),
            new("ratio_sqlite_batch", "ratio to 1,000 per commit", Median.Of(rounds.Select(r => r.Readings / r.Batch)), 2, "later aim: 2"),
            new("ratio_sqlite_row", "ratio to 1 per commit", Median.Of(rounds.Select(r => r.Readings / r.Row)), 1),
            .. Documents(rounds),
            new("allocated_bytes_per_reading", "managed bytes per reading", Median.Of(rounds.Select(r => r.Allocated)), 2, "steady state, seals and checkpoints included; aim: 0"),
            new(null, "bytes of an entry", Median.Of(rounds.Select(r => r.EntryBytes)), 1, "with its length"),
        ],
        [
            "All of it with write-ahead log and synchronous=FULL. The gateway with its defaults: a seal and a commit every 4,096 entries under this load.",
            Disk.Describe(folder),
        ]);

    private static IEnumerable<Figure> Documents(List<IngestRound> rounds)
    {
        if (StackDatabase.Name is not { } name)
            yield break;
        yield return new(null, $"{name}, entries/s, a document of 1,000 per commit", Median.Of(rounds.Select(r => r.Documents!.Value)), 0, "its log written through; a digest for each document");
        yield return new("ratio_documents", $"ratio to {name}", Median.Of(rounds.Select(r => r.Readings / r.Documents!.Value)), 2);
    }
}
