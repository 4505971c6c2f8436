namespace Edge.Sensors.Buses.Sharing;

/// <summary>A token bucket: so many retries a minute, and at most a minute's worth at once.</summary>
/// <param name="perMinute">0 and up.</param>
/// <param name="time">Whose time passes.</param>
public sealed class RetryBudget(int perMinute, TimeProvider time)
{
    private double _saved = perMinute;
    private long _at = time.GetTimestamp();

    /// <summary>Gives back what was taken for nothing.</summary>
    public void Return(int retries) => _saved = Math.Min(perMinute, _saved + retries);

    /// <summary>Takes one; false when there is none.</summary>
    public bool TryTake()
    {
        var now = time.GetTimestamp();
        _saved = Math.Min(perMinute, _saved + time.GetElapsedTime(_at, now).TotalMinutes * perMinute);
        _at = now;
        if (_saved < 1)
            return false;
        _saved--;
        return true;
    }
}
