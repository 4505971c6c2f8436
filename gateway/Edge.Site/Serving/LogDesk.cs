using Edge.Site.Ports;

namespace Edge.Site.Serving;

/// <summary>One looks into the log at a time, some wait in line for a little while, and the others are sent away: however many ask, measuring goes first.</summary>
internal sealed class LogDesk(TimeProvider time) : IAsyncDisposable
{
    /// <summary>In line at the same time.</summary>
    public const int MostWaiting = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <exception cref="RefusedException">Too many ask.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, T> look, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
                throw Busy();
            using var patience = new CancellationTokenSource(Patience, time);
            using var waits = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            await _turn.WaitAsync(waits.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Busy();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return await Task.Run(() => look(cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>When nobody looks any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _turn.Dispose();
    }

    private static RefusedException Busy() => new(Refusal.Busy, "others are looking into this gateway's log; ask again in a few seconds", TimeSpan.FromSeconds(5));
}
