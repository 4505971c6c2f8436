namespace Edge.Site.Serving;

/// <summary>
/// Lets so many through at once and then one every so often; the others wait their turn, which costs nothing: however many come, what they take of the board is
/// bounded. From any thread.
/// </summary>
internal sealed class Pace(int atOnce, TimeSpan every, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next = -(atOnce * every);

    /// <summary>Until it is its turn.</summary>
    /// <exception cref="OperationCanceledException">It has gone.</exception>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Take();
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    private TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_began);
            var earliest = now - (atOnce * every);
            _next = (_next > earliest ? _next : earliest) + every;
            return _next - now;
        }
    }
}
