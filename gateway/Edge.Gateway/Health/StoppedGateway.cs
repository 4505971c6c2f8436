using Edge.Gateway.Configuration;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Health;

/// <summary>Looks at the log of a gateway that does not answer; changes nothing.</summary>
internal static class StoppedGateway
{
    public static StoppedHealth Look(GatewayConfiguration configuration)
    {
        var log = configuration.Store.Folder;
        var health = new StoppedHealth { Gateway = configuration.Origin.ToString(), Log = log, Socket = StatusAddress.PathOf(log), Exists = Path.Exists(log), Start = StartOf(configuration.File) };
        if (!health.Exists)
            return health;
        try
        {
            using var reader = LogFolder.OpenReader(log);
            var (extent, usage) = (reader.Extent, reader.Usage);
            return health with
            {
                Size = extent.Size,
                Oldest = extent.Oldest,
                Sealed = reader.NewestCheckpoint()?.Size ?? 0,
                Anchored = reader.NewestReceipt()?.Size ?? 0,
                StoreBytes = usage.Total,
                WalBytes = usage.WriteAheadLog,
                FreeBytes = usage.Free,
                Problem = Damage(reader),
            };
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            return health with { Problem = e.Message };
        }
    }

    /// <summary>The service has its configuration where the system's are.</summary>
    private static string StartOf(string file) => file.StartsWith("/etc/edge/", StringComparison.Ordinal) ? StoppedHealth.StartOfService : $"edge-gateway run --config {file}";

    /// <summary>The log's end against what was signed last.</summary>
    private static string? Damage(ILogReader reader)
    {
        try
        {
            if (reader.NewestCheckpoint() is not { } newest)
                return null;
            var signed = Checkpoint.Parse(SignedNote.Parse(newest.Bytes));
            if (signed.Size > reader.Extent.Size)
                return $"{reader.Name}: {signed.Size} entries were signed, but only {reader.Extent.Size} are held.";
            return new LogView(reader).Root(signed.Size) == signed.Root ? null : $"{reader.Name}: the first {signed.Size} entries are not the ones that were signed.";
        }
        catch (Exception e) when (e is StoreException or MalformedException)
        {
            return e.Message;
        }
    }
}
