namespace Edge.Ledger.City.Tests.Nodes;

/// <summary>Something that runs until it is stopped, with what it needs.</summary>
public sealed class RunningNode : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly IDisposable[] _needs;

    public RunningNode(Func<CancellationToken, Task> run, params IDisposable[] needs)
    {
        _needs = needs;
        Task = run(_end.Token);
    }

    public Task Task { get; }

    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested) return;
        await _end.CancelAsync();
        try
        {
            await Task;
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }
        finally
        {
            foreach (var need in _needs) need.Dispose();
        }
    }
}
