using System.Diagnostics;
using System.Runtime.CompilerServices;
using Edge.Demo.Showing;
using Edge.Demo.Towns;

namespace Edge.Integration.Tests.Towns;

/// <summary>Waits for what a gateway says of itself, one status line a second.</summary>
internal sealed class GatewayWatch(TownNode gateway)
{
    /// <summary>Long enough for eight processes on a loaded machine; only a failing test waits so long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>The newest state; null before the first.</summary>
    public GatewayState? Newest => gateway.Process?.Output.All is [.., var line] ? GatewayState.Read(line) : null;

    /// <summary>The next state that is printed from now on.</summary>
    public Task<GatewayState> NextAsync() => UntilAsync(_ => true);

    /// <summary>The first state, printed from now on, that is as wanted.</summary>
    public async Task<GatewayState> UntilAsync(Func<GatewayState, bool> holds, [CallerArgumentExpression(nameof(holds))] string words = "")
    {
        var process = gateway.Process ?? throw new InvalidOperationException($"{gateway.Name} is not running.");
        var waited = Stopwatch.StartNew();
        for (var at = process.Output.All.Count; ; at++)
        {
            using var patience = new CancellationTokenSource(Limit - waited.Elapsed is { Ticks: > 0 } left ? left : TimeSpan.Zero);
            try
            {
                var line = await process.Output.Find(_ => true, at, patience.Token);
                Assert.True(line is not null, $"{gateway.Name} ended before {words}: {process.Error}");
                if (GatewayState.Read(line) is var state && holds(state))
                    return state;
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Not within {Limit.TotalSeconds} s: {words}\nlast said: {(process.Output.All is [.., var said] ? said : "nothing")}");
            }
        }
    }

    /// <summary>The first state from now on in which everything is anchored that is sealed now.</summary>
    public async Task<GatewayState> CaughtUpAsync()
    {
        var now = await NextAsync();
        return await UntilAsync(s => s.Anchored >= now.Sealed && s.Anchored > 0);
    }
}
