using Edge.Gateway.Anchoring;
using Edge.Gateway.Configuration;
using Edge.Gateway.Identity;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Health;

/// <summary>Looks at the log of a gateway that does not answer; changes nothing.</summary>
internal static class StoppedGateway
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static StoppedHealth Look(GatewayConfiguration configuration, TimeProvider time)
    {
        var log = configuration.Store.Folder;
        var marker = new SignedLogMarker(configuration);
        var halted = new HaltNote(log).Read();
        var health = new StoppedHealth
        {
            Gateway = configuration.Origin.ToString(),
            Configuration = configuration.File,
            Log = log,
            Socket = StatusAddress.PathOf(log),
            Exists = Path.Exists(log),
            Start = StartOf(configuration.File),
            Damage = new DamageNote(log, time).Read(),
            Halted = halted?.ToString(),
            Fork = halted is null ? null : ForkHealth.Of(halted),
            KeyHeld = KeyHold.IsHeld(configuration.KeyFile),
            ReadOnly = ReadOnlyFolder.Is(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(log))) ?? log),
        };
        if (!health.Exists)
            return marker.HasSigned() ? Gone(Empty(health)) : Empty(health);
        try
        {
            using var reader = LogFolder.OpenReader(log);
            var (extent, usage) = (reader.Extent, reader.Usage);
            var newest = reader.NewestCheckpoint();
            var read = health with
            {
                Size = extent.Size,
                Oldest = extent.Oldest,
                Sealed = newest?.Size ?? 0,
                Anchored = reader.NewestReceipt()?.Size ?? 0,
                StoreBytes = usage.Total,
                WalBytes = usage.WriteAheadLog,
                FreeBytes = usage.Free,
                BudgetBytes = configuration.Store.Budget,
                FloorBytes = configuration.Store.FreeSpaceFloor,
            };
            return newest is null && marker.HasSigned() ? Gone(read) : Entries(Tree(read, reader), reader, time);
        }
        catch (OtherStackException e)
        {
            return health with { Fault = StoppedProblem.OtherStack, Problem = e.Message };
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            return NotReadable(health, e);
        }
    }

    /// <summary>The service has its configuration where the system's are.</summary>
    private static string StartOf(string file) => file.StartsWith("/etc/edge/", StringComparison.Ordinal) ? StoppedHealth.StartOfService : ProgramName.Run(file);

    private static StoppedHealth Empty(StoppedHealth health) => health with { Size = 0, Oldest = 0, Sealed = 0, Anchored = 0 };

    private static StoppedHealth Gone(StoppedHealth health) => health with
    {
        Fault = StoppedProblem.LogGone,
        Problem = $"{health.Log} holds no log, but the key of {health.Gateway} has signed one: it is gone, or lies elsewhere.",
    };

    private static StoppedHealth NotReadable(StoppedHealth health, Exception why) => health with { Fault = StoppedProblem.NotReadable, Problem = why.Message };

    /// <summary>The log's end against what was signed last.</summary>
    private static StoppedHealth Tree(StoppedHealth health, ILogReader reader)
    {
        try
        {
            if (reader.NewestCheckpoint() is not { } newest)
                return health;
            var signed = Checkpoint.Parse(SignedNote.Parse(newest.Bytes));
            if (signed.Size > health.Size)
                return health with { Fault = StoppedProblem.EndMissing, Problem = $"{reader.Name}: {signed.Size} entries were signed, but only {health.Size} are held." };
            return new LogView(reader).Root(signed.Size) == signed.Root
                ? health
                : health with { Fault = StoppedProblem.OtherTree, Problem = $"{reader.Name}: the first {signed.Size} entries are not the ones that were signed." };
        }
        catch (LogDamagedException e)
        {
            return health with { Fault = StoppedProblem.OtherTree, Problem = e.Message };
        }
        catch (Exception e) when (e is StoreException or MalformedException)
        {
            return NotReadable(health, e);
        }
    }

    /// <summary>The entries against the tree.</summary>
    private static StoppedHealth Entries(StoppedHealth health, ILogReader reader, TimeProvider time)
    {
        if (health.Fault is not null)
            return health;
        var entries = new EntryCheck(new LogView(reader), Patience, time);
        try
        {
            entries.Look();
        }
        catch (LogDamagedException e)
        {
            return health with { Fault = StoppedProblem.OtherTree, Problem = e.Message };
        }

        health = health with { Checked = entries.Checked, Damaged = entries.Damaged, FirstDamaged = entries.FirstDamaged };
        return entries.Damaged == 0
            ? health
            : health with { Fault = StoppedProblem.EntriesDamaged, Problem = $"{reader.Name}: {entries.Damaged} entries, the first of them {entries.FirstDamaged}, are not what was logged." };
    }
}
