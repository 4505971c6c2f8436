using System.Diagnostics;
using Edge.Demo.Towns;
using Edge.Processes;

namespace Edge.Demo.Showing;

/// <summary>Shows one line a second of what the gateway does, and now and then the newest values.</summary>
public sealed class LiveView(Town town, DemoWords words, DemoPage page)
{
    private const int ValuesEvery = 10;

    // SIGABRT and SIGSEGV: what a program does to itself.
    private const int Abort = 6, Fault = 11;

    /// <summary>Shows for a time, then until the condition holds, which is told every state, or the limit passes; returns the last state.</summary>
    public async Task<GatewayState> ShowAsync(TimeSpan duration, Func<GatewayState, bool> until, TimeSpan limit, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var seen = 0;
        while (true)
        {
            var gateway = town.Gateway.Process ?? throw new TownException("the gateway is not running", "网关未在运行");
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            var line = await gateway.Output.Find(_ => true, seen, patience.Token) ?? throw await EndedAsync(gateway, cancellationToken);
            seen++;
            var state = GatewayState.Read(line);
            page.Say(words.Live(clock.Elapsed, state));
            if (seen % ValuesEvery == 1)
                page.Say("         " + string.Join("  ", state.Channels.Where(c => c.Value.Quality is not null).Take(4).Select(c => words.Value(c.Key, c.Value))));
            var done = until(state) || clock.Elapsed >= duration + limit;
            if (done && clock.Elapsed >= duration)
                return state;
        }
    }

    private static async Task<TownException> EndedAsync(ChildProcess gateway, CancellationToken cancellationToken)
    {
        var code = await gateway.WaitForExit(cancellation: cancellationToken);
        return (code - 128) switch
        {
            Abort or Fault => new TownException($"the gateway crashed: {gateway.Error}", $"网关崩溃：{gateway.Error}"),
            > 0 and var signal => new TownException($"the gateway was ended by signal {signal}, from outside", $"网关被外部信号 {signal} 终止"),
            _ => new TownException($"the gateway ended: {gateway.Error}", $"网关已退出：{gateway.Error}"),
        };
    }
}
