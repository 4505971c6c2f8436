using Edge.Demo.Towns;
using Edge.Ledger.Policies;
using Edge.Testing;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Towns;

/// <summary>A town of real processes for one test, in a folder of its own. A test that fails shows what the programs said.</summary>
internal sealed class TestTown : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder;

    private TestTown(TemporaryDirectory folder, Town town)
    {
        _folder = folder;
        City = town;
        Watch = new GatewayWatch(town.Gateway);
        Policy = TrustPolicy.Parse(System.IO.File.ReadAllBytes(town.Folder.Policy));
    }

    public Town City { get; }

    public GatewayWatch Watch { get; }

    public TrustPolicy Policy { get; }

    /// <summary>Founds a town, plays, checks that no program failed inside, and ends everything.</summary>
    public static async Task PlayAsync(Func<TestTown, Task> play, TownPlan? plan = null)
    {
        await using var town = await FoundAsync(plan);
        try
        {
            await play(town);
            town.NoProgramFailedInside();
        }
        catch (Exception e)
        {
            throw new TownTestException(e, town.LastWords());
        }
    }

    public static async Task<TestTown> FoundAsync(TownPlan? plan = null)
    {
        var folder = new TemporaryDirectory();
        try
        {
            return new TestTown(folder, await Town.FoundAsync(plan ?? new TownPlan(), TownFolder.Make(folder.Path)));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public string File(string name) => _folder.File(name);

    /// <summary>The gateway's log as it lies on disk.</summary>
    public StoredLog ReadLog() => StoredLog.Read(City.Folder.GatewayStore);

    /// <summary>Expected trouble is one line for people; a stack trace is a fault of the program.</summary>
    public void NoProgramFailedInside()
    {
        foreach (var node in City.Nodes)
        {
            Assert.DoesNotContain("Unhandled exception", node.Log, StringComparison.Ordinal);
            Assert.DoesNotContain(" at Edge.", node.Log, StringComparison.Ordinal);
        }
    }

    public string LastWords() => string.Join('\n', City.Nodes.Select(n => $"--- {n.Name}{(n.IsRunning ? "" : " (ended)")}\n{Tail(n.Log)}")) + $"\n--- status\n{(City.Gateway.Process?.Output.All is [.., var line] ? line : "none")}";

    public async ValueTask DisposeAsync()
    {
        await City.DisposeAsync();
        _folder.Dispose();
    }

    private static string Tail(string log) => string.Join('\n', log.Split('\n').TakeLast(15));
}
