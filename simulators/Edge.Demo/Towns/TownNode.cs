using Edge.Processes;

namespace Edge.Demo.Towns;

/// <summary>One program of the town, which can be ended and started again like the machine it stands for.</summary>
/// <param name="logsOutput">Its standard output is for people, so the log holds it too.</param>
public sealed class TownNode(string name, string program, IReadOnlyList<string> arguments, Func<ChildProcess, CancellationToken, Task> untilReady, bool logsOutput = true) : IAsyncDisposable
{
    private readonly List<string> _earlier = [];

    public string Name { get; } = name;

    /// <summary>What it is, where it is somebody else's program; null: the project's own.</summary>
    public string? Product { get; init; }

    /// <summary>Null while it is ended.</summary>
    public ChildProcess? Process { get; private set; }

    public bool IsRunning => Process is { HasExited: false };

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (IsRunning)
            return;
        if (Process is not null)
            await EndAsync(Process);
        Process = ChildProcess.Start(program, arguments);
        await untilReady(Process, cancellationToken);
    }

    /// <summary>Asks it to end (SIGTERM); returns its exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken = default)
    {
        if (Process is not { } process)
            return 0;
        process.Terminate();
        var code = await process.WaitForExit(TimeSpan.FromSeconds(60), cancellationToken);
        await EndAsync(process);
        return code;
    }

    /// <summary>Ends it without its knowledge (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (Process is { } process)
            await EndAsync(process);
    }

    /// <summary>Everything it said to people, over all its lives.</summary>
    public string Log => string.Join('\n', [.. _earlier, .. Process is { } now ? Said(now) : []]);

    public async ValueTask DisposeAsync() => await KillAsync();

    private IEnumerable<string> Said(ChildProcess process) => logsOutput ? process.Output.All.Concat(process.Error.All) : process.Error.All;

    private async Task EndAsync(ChildProcess process)
    {
        process.Kill();
        _ = await process.WaitForExit();
        _earlier.AddRange(Said(process));
        await process.DisposeAsync();
        Process = null;
    }
}
