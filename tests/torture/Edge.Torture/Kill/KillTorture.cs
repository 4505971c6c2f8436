using System.Globalization;
using Edge.Demo.Showing;
using Edge.Demo.Towns;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Processes;

namespace Edge.Torture.Kill;

/// <summary>Kills a gateway (SIGKILL) again and again while it measures at a high rate, in a town of real processes; then asks its log, the broker and the city whether anything was lost.</summary>
/// <param name="folder">Empty; with a short path, for it holds sockets.</param>
/// <param name="progress">Told of every kill.</param>
internal sealed class KillTorture(string folder, TimeProvider time, Action<string> progress)
{
    /// <summary>Seals every 300 ms and readings every 50 ms, so that a life of a second holds every step.</summary>
    public static readonly TownPlan Plan = new() { SealAge = "300ms", CommitAge = "100ms", Period = "50ms" };

    private readonly List<string> _faults = [];
    private readonly List<Life> _lives = [];

    public async Task<KillReport> RunAsync(int kills, ulong seed, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await using var town = await Town.FoundAsync(Plan, TownFolder.Make(folder), cancellationToken: cancellationToken);
        var listener = await Listener.ConnectAsync(town.BrokerPort, $"edge/v1/{Plan.GatewayId}/+");
        try
        {
            for (var kill = 0; kill < kills; kill++)
                await KillAsync(town.Gateway, kill, seed + (ulong)kill, cancellationToken);
            await CatchUpAsync(town.Gateway, cancellationToken);
        }
        finally
        {
            await listener.DisposeAsync();
        }
        foreach (var department in town.Departments)
            await department.StopAsync(cancellationToken);
        return Report(town, listener, seed, time.GetElapsedTime(began));
    }

    /// <summary>One life: a third of them end while they begin, the others some time after they said the first word.</summary>
    private async Task KillAsync(TownNode gateway, int kill, ulong seed, CancellationToken cancellationToken)
    {
        var chance = new Random((int)(seed % int.MaxValue));
        var started = gateway.StartAsync(cancellationToken);
        var inStart = kill > 0 && chance.Next(3) == 0;
        if (!inStart && await NotReadyAsync(started) is { } trouble)
            _faults.Add($"kill {kill + 1}, seed {seed}: {trouble}");
        var moment = chance.Next(50, 1500);
        await Task.Delay(moment, cancellationToken);
        if (!gateway.IsRunning)
            throw new TortureException($"The gateway ended by itself before kill {kill + 1} (seed {seed}): {gateway.Log}");
        var said = gateway.Process!.Output.All;
        await gateway.KillAsync();
        _ = await NotReadyAsync(started);
        Note(said, $"kill {kill + 1}, seed {seed}, {moment} ms after {(inStart ? "it was started" : "its first word")}");
    }

    /// <summary>Waits for a start.</summary>
    /// <returns>Why it did not get ready; null if it did.</returns>
    private static async Task<string?> NotReadyAsync(Task started)
    {
        try
        {
            await started;
            return null;
        }
        catch (TownException trouble)
        {
            return trouble.Message;
        }
    }

    private async Task CatchUpAsync(TownNode gateway, CancellationToken cancellationToken)
    {
        await gateway.StartAsync(cancellationToken);
        var lines = gateway.Process!.Output;
        var target = GatewayState.Read(lines.All[0]).Sealed;
        if (!await SaidAsync(lines, s => s.Anchored >= target && s.Anchored > 0 && s.Halted is null, cancellationToken))
            _faults.Add($"after the last kill the gateway did not anchor: {(lines.All is [.., var line] ? line : gateway.Log)}");
        var code = await gateway.StopAsync(cancellationToken);
        if (code != 0)
            _faults.Add($"after the last kill the gateway could not be stopped as it should be: exit code {code}");
        Note(lines.All, "the last life, ended by SIGTERM");
    }

    /// <returns>False if it did not come true in time.</returns>
    private static async Task<bool> SaidAsync(OutputLines lines, Func<GatewayState, bool> holds, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            return await lines.Find(l => holds(GatewayState.Read(l)), 0, limit.Token) is not null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Compares what a life said with what lives before it had said to be durable.</summary>
    private void Note(IReadOnlyList<string> said, string what)
    {
        // Until its first commit a gateway says a size of 0.
        var states = said.Select(GatewayState.Read).ToList();
        var life = states.Count == 0 ? new Life(null, null) : new Life(states.Find(s => s.Size > 0), states[^1]);
        var durable = _lives.Select(l => l.Last?.Size ?? 0).DefaultIfEmpty().Max();
        if (life.First?.Size < durable)
            _faults.Add($"{what}: {durable} entries had been said to be durable; the gateway began with {life.First.Size}");
        _lives.Add(life);
        progress(string.Create(CultureInfo.InvariantCulture, $"{what}: {(life.Last is { } last ? $"{last.Size} entries durable, {last.Anchored} anchored" : "it had said nothing")}"));
    }

    private KillReport Report(Town town, Listener listener, ulong seed, TimeSpan elapsed)
    {
        var announced = listener.Anchors(Plan.GatewayId).Concat(listener.Receipts(Plan.GatewayId)).ToList();
        var policy = TrustPolicy.Parse(File.ReadAllBytes(town.Folder.Policy));
        var audit = new KillAudit(town, _lives, announced, policy);
        _faults.AddRange(audit.Faults());
        return new KillReport(seed, _lives.Count - 1, _lives.Count(l => l.Last is null), audit.Entries, audit.Readings, audit.Boots, announced.Select(Checkpoint.Parse).Distinct().Count(), _faults, elapsed);
    }
}
