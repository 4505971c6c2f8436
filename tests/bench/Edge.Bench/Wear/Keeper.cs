using Edge.Bench.Ingest;
using Edge.Store.Log;

namespace Edge.Bench.Wear;

/// <summary>One way to keep readings as they come.</summary>
internal abstract class Keeper : IDisposable
{
    /// <summary>The gateway, with its defaults.</summary>
    public static Keeper Gateway(string folder, TimeProvider time) => new GatewayKeeper(Path.Combine(folder, "log"));

    /// <summary>SQLite, a transaction for each <paramref name="perCommit"/> rows of the same size.</summary>
    public static Keeper Rows(string folder, EntryBatch rows, int perCommit) => new RowKeeper(Path.Combine(folder, "rows.db"), rows, perCommit);

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

    private sealed class RowKeeper(string file, EntryBatch rows, int perCommit) : Keeper
    {
        private readonly RawTable _table = new(file);

        public override int Take(int readings)
        {
            if (readings < perCommit)
                return 0;
            _table.Insert(rows, perCommit, perCommit);
            return perCommit;
        }

        public override void Dispose() => _table.Dispose();
    }
}
