using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Rehearsals;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;

namespace Edge.Gateway.Consequences;

/// <summary>
/// Rehearses a configuration in a temporary folder and measures what it takes. Sizes in memory where the system has a file system there, since they need many
/// commits; what is written to the disk with fewer, each as durable as in the field.
/// </summary>
public static class Trial
{
    private const string Memory = "/dev/shm";
    private const int Readings = 20_000;
    private const int MostCommits = 6_000;
    private const int WrittenCommits = 120;

    // So small that what is not filled yet doesn't count.
    private static readonly SegmentOptions Parts = new() { Ahead = 4096 };

    public static Measured Run(GatewayConfiguration configuration, CancellationToken cancellationToken)
    {
        var perSecond = configuration.Channels.Sum(c => 1 / c.Period.TotalSeconds);
        var commitEvery = Math.Max(configuration.Store.CommitAge.TotalSeconds, configuration.Sensors.Min(s => s.Period).TotalSeconds);
        var time = TimeSpan.FromSeconds(Math.Min(Readings / perSecond, MostCommits * commitEvery));
        var sizes = In(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), folder => Sizes(configuration, folder, time, cancellationToken));
        var written = In(Path.GetTempPath(), folder => Written(configuration, folder, TimeSpan.FromSeconds(WrittenCommits * commitEvery), cancellationToken));
        return sizes with { WrittenPerDay = written };
    }

    private static Measured Sizes(GatewayConfiguration configuration, string folder, TimeSpan time, CancellationToken cancellationToken)
    {
        var (taken, lasting) = (Taken(configuration, Path.Combine(folder, "opening"), TimeSpan.Zero), 0L);
        var log = Path.Combine(folder, "log");
        using (var rehearsal = new Rehearsal(configuration, log, parts: Parts))
        {
            rehearsal.RunTo(time, cancellationToken);
            rehearsal.Stop();
            var (days, size, seals) = (rehearsal.Elapsed.TotalDays, rehearsal.Log.Size, rehearsal.Seals);
            var anchor = AnchorBytes(configuration, rehearsal.Newest!, size / days, days);
            rehearsal.Dispose();
            taken = Bytes(log, "*") - taken;
            lasting = Bytes(log, "hashes.*");
            return new Measured(taken / days, lasting / days, seals / days, size / days, null, anchor);
        }
    }

    /// <summary>A month's entries in one anchor: the log as large as then, and one seal of it known to the city.</summary>
    private static int AnchorBytes(GatewayConfiguration configuration, SignedNote newest, double entriesPerDay, double days)
    {
        var month = (ulong)(entriesPerDay * 30);
        var size = month + (ulong)(entriesPerDay * days);
        var proof = ProofBuilder.Consistency(new NoNodes(configuration.Origin.Hasher), size - month, size);
        return new AddCheckpointRequest(size - month, proof, newest).ToBytes().Length;
    }

    private static double? Written(GatewayConfiguration configuration, string folder, TimeSpan time, CancellationToken cancellationToken)
    {
        using var rehearsal = new Rehearsal(configuration, Path.Combine(folder, "log"));
        var before = BlockWrites.Read();
        rehearsal.RunTo(time, cancellationToken);
        return BlockWrites.Read() - before is > 0 and var bytes ? bytes / rehearsal.Elapsed.TotalDays : null;
    }

    private static long Taken(GatewayConfiguration configuration, string folder, TimeSpan time)
    {
        using (var rehearsal = new Rehearsal(configuration, folder, parts: Parts))
        {
            rehearsal.RunTo(time);
            rehearsal.Stop();
        }

        return Bytes(folder, "*");
    }

    private static long Bytes(string folder, string pattern) => new DirectoryInfo(folder).EnumerateFiles(pattern).Sum(f => f.Length);

    private static T In<T>(string place, Func<string, T> measure)
    {
        var folder = Directory.CreateDirectory(Path.Combine(place, $"edge-check-{Guid.NewGuid():N}")).FullName;
        try
        {
            return measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A tree of which only the shape is asked.</summary>
    private sealed class NoNodes(TreeHasher hasher) : INodeSource
    {
        public TreeHasher Hasher => hasher;

        public Hash32 Node(int level, ulong index) => default;
    }
}
