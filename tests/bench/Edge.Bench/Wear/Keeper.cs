using Edge.Bench.Ingest;
using Edge.Bench.Stacks;
using Edge.Store.Log;

namespace Edge.Bench.Wear;

/// <summary>One way to keep readings as they come.</summary>
internal abstract class Keeper : IDisposable
{
    /// <summary>The gateway, with its defaults.</summary>
    public static Keeper Gateway(string folder, TimeProvider time) => new GatewayKeeper(Path.Combine(folder, "log"));

    /// <summary>SQLite, a transaction for each <paramref name="perCommit"/> rows of the same size.</summary>
    public static Keeper Rows(string folder, EntryBatch rows, int perCommit) => new RawKeeper(new RawTable(Path.Combine(folder, "rows.db")), rows, perCommit);

    /// <summary>The stack's own database, a transaction with one document for each <paramref name="perCommit"/> entries of the same size.</summary>
    public static Keeper Documents(string folder, EntryBatch entries, int perCommit) => new RawKeeper(StackDatabase.Open(Path.Combine(folder, "documents.db")), entries, perCommit);

    /// <summary>Takes some readings, or none, and makes durable what is due.</summary>
    /// <returns>How many it took: fewer than given where it cannot keep up.</returns>
    public abstract int Take(int readings);

    public abstract void Dispose();

    private sealed class GatewayKeeper(string folder) : Keeper
    {
        private readonly GatewayLog _log = new(folder);

        public override int Take(int readings)
        {
            _log.Tick(readings);
            return readings;
        }

        public override void Dispose() => _log.Dispose();
    }

    private sealed class RawKeeper(IRawLog log, EntryBatch entries, int perCommit) : Keeper
    {
        public override int Take(int readings)
        {
            if (readings < perCommit)
                return 0;
            log.Insert(entries, perCommit, perCommit);
            return perCommit;
        }

        public override void Dispose() => log.Dispose();
    }
}
