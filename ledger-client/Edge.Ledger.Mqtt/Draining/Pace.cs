namespace Edge.Ledger.Mqtt.Draining;

/// <summary>
/// How fast a backlog goes, measured over the last minute, or between the last two bundles where these come more seldom: from one acknowledgement that brought it
/// on to another, since on a slow line a bundle takes long and says nothing meanwhile. One thread at a time.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1), Window = TimeSpan.FromMinutes(1), LeastObserved = TimeSpan.FromSeconds(5);

    private readonly Queue<(long At, ulong Done)> _seen = [];
    private (long At, ulong Done) _newest;

    /// <summary>So many entries of the backlog were acknowledged since the beginning.</summary>
    public void Note(ulong done)
    {
        var now = clock.GetTimestamp();
        if (_seen.Count > 0 && (done == _newest.Done || clock.GetElapsedTime(_newest.At, now) < Spacing))
            return;
        _seen.Enqueue(_newest = (now, done));
        while (_seen.Count > 2 && clock.GetElapsedTime(_seen.Peek().At, now) > Window)
            _seen.Dequeue();
    }

    /// <summary>Forgets what was measured.</summary>
    public void Clear() => _seen.Clear();

    /// <summary>Entries per second; null before it is known.</summary>
    public double? PerSecond => _seen.Count > 1 && Observed is var time && time >= LeastObserved
        ? (_newest.Done - Math.Min(_seen.Peek().Done, _newest.Done)) / time.TotalSeconds
        : null;

    /// <summary>Where it stands still for longer than it was observed before, that counts.</summary>
    private TimeSpan Observed => TimeSpan.FromTicks(Math.Max(clock.GetElapsedTime(_seen.Peek().At, _newest.At).Ticks, clock.GetElapsedTime(_newest.At).Ticks));
}
