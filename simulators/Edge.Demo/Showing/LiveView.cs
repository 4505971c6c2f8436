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
        var seen = town.Gateway.Process?.Output.All.Count ?? 0;   // what it said while everything started is of no second of these
        var untilValues = 0;
        while (true)
        {
            if (town.Nodes.FirstOrDefault(node => node is { IsRunning: false, Process: not null } && node != town.Gateway) is { Process: { } gone, Name: var name })
                throw await EndedAsync(name, gone, cancellationToken);
            var gateway = town.Gateway.Process ?? throw new TownException("the gateway is not running", "网关未在运行");
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            var line = await gateway.Output.Find(_ => true, seen, patience.Token) ?? throw await EndedAsync("gateway", gateway, cancellationToken);
            seen++;
            var state = GatewayState.Read(line);
            page.Say(words.Live(clock.Elapsed, state));
            if (untilValues-- <= 0 && state.Channels.Where(c => c.Value.Quality is not null).Take(4).ToList() is { Count: > 0 } read)
            {
                page.Say("         " + string.Join("  ", read.Select(c => words.Value(c.Key, c.Value))));
                untilValues = ValuesEvery - 1;
            }

            var done = until(state) || clock.Elapsed >= duration + limit;
            if (done && clock.Elapsed >= duration)
                return state;
        }
    }

    private static async Task<TownException> EndedAsync(string name, ChildProcess program, CancellationToken cancellationToken)
    {
        var code = await program.WaitForExit(cancellation: cancellationToken);
        var chinese = DemoWords.ChineseName(name);
        return (code - 128) switch
        {
            Abort or Fault => new TownException($"the {name} crashed: {program.Error}", $"{chinese}崩溃：{program.Error}"),
            > 0 and var signal => new TownException($"the {name} was ended by signal {signal}, from outside", $"{chinese}被外部信号 {signal} 终止"),
            _ => new TownException($"the {name} ended: {program.Error}", $"{chinese}已退出：{program.Error}"),
        };
    }
}
