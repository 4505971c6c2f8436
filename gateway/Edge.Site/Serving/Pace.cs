using Edge.Site.Access;

namespace Edge.Site.Serving;

/// <summary>
/// Lets so many through at once and then one every so often, of each at most half as many as of all together; others wait their turn, up to a patience, and those
/// behind them are sent away. However many come, what they take of the board is bounded, and a turn that nobody waits for any more is another's. From any thread.
/// </summary>
/// <param name="atOnce">Of all together; two or more.</param>
/// <param name="every">And then one in this time.</param>
/// <param name="patience">How long one waits at most.</param>
internal sealed class Pace<T>(int atOnce, TimeSpan every, TimeSpan patience, TimeProvider time)
    where T : notnull
{
    private const int MostRemembered = 1024;

    private readonly Lock _gate = new();
    private readonly AttemptRate<T> _each = new(atOnce / 2, 2 * every, MostRemembered, time);
    private readonly AttemptRate<ValueTuple> _all = new(atOnce, every, most: 1, time);

    /// <summary>Until its turn.</summary>
    /// <returns>False when it would not come within the patience.</returns>
    /// <exception cref="OperationCanceledException">Whoever waited has gone; the turn is given back.</exception>
    public async Task<bool> WaitAsync(T who, CancellationToken cancellationToken)
    {
        if (Take(who) is not { } wait)
            return false;
        if (wait == TimeSpan.Zero)
            return true;
        try
        {
            await Task.Delay(wait, time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            Return(who);
            throw;
        }
    }

    /// <summary>A turn was not needed.</summary>
    public void Return(T who)
    {
        lock (_gate)
        {
            _each.Return(who);
            _all.Return(default);
        }
    }

    private TimeSpan? Take(T who)
    {
        lock (_gate)
        {
            var (own, all) = (_each.Wait(who), _all.Wait(default));
            var wait = own > all ? own : all;
            if (wait > patience)
                return null;
            _each.Count(who);
            _all.Count(default);
            return wait;
        }
    }
}
