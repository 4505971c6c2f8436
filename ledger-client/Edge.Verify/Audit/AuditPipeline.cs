using System.Collections.Concurrent;
using Edge.Ledger.Tiles;

namespace Edge.Verify.Audit;

/// <summary>Checks a stretch of the log while the one before is reviewed: two cores share the work, a few stretches are the whole memory.</summary>
internal static class AuditPipeline
{
    private const int Stretches = 3;

    /// <param name="reached">Told how far the review has come.</param>
    public static void Run(TileAudit audit, LogReview review, Action<ulong> reached)
    {
        using var free = new BlockingCollection<AuditedEntries>(new ConcurrentQueue<AuditedEntries>(Enumerable.Range(0, Stretches).Select(_ => new AuditedEntries())));
        using var full = new BlockingCollection<AuditedEntries>();
        using var stopped = new CancellationTokenSource();
        var reading = Task.Run(() => Read(audit, free, full, stopped.Token), stopped.Token);
        try
        {
            foreach (var stretch in full.GetConsumingEnumerable(stopped.Token))
            {
                review.Pass(stretch);
                reached(stretch.Reached);
                free.Add(stretch, stopped.Token);
            }
        }
        catch
        {
            stopped.Cancel();
            throw;
        }

        reading.GetAwaiter().GetResult();
    }

    private static void Read(TileAudit audit, BlockingCollection<AuditedEntries> free, BlockingCollection<AuditedEntries> full, CancellationToken cancellationToken)
    {
        try
        {
            for (var stretch = free.Take(cancellationToken); audit.Next(stretch); stretch = free.Take(cancellationToken))
                full.Add(stretch, cancellationToken);
        }
        finally
        {
            full.CompleteAdding();
        }
    }
}
