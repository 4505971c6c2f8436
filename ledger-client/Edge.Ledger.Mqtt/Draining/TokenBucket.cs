namespace Edge.Ledger.Mqtt.Draining;

/// <summary>Lets so many bytes through in a second, and after a rest so many at once. What is larger than what is left is let through and owed. One thread at a time.</summary>
public sealed class TokenBucket
{
    private readonly double _rate;
    private readonly double _burst;
    private readonly TimeProvider _clock;
    private double _tokens;
    private long _at;

    /// <summary>A full bucket.</summary>
    /// <param name="rate">Bytes per second, at least 1.</param>
    /// <param name="burst">Bytes, at least 1.</param>
    /// <param name="clock">Its time.</param>
    public TokenBucket(long rate, long burst, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        ArgumentNullException.ThrowIfNull(clock);
        _rate = rate;
        _burst = _tokens = burst;
        _clock = clock;
        _at = clock.GetTimestamp();
    }

    /// <summary>Whether something may go now.</summary>
    public bool IsOpen
    {
        get
        {
            var now = _clock.GetTimestamp();
            _tokens = Math.Min(_burst, _tokens + (_rate * _clock.GetElapsedTime(_at, now).TotalSeconds));
            _at = now;
            return _tokens > 0;
        }
    }

    /// <summary>So many bytes went.</summary>
    public void Take(int bytes) => _tokens -= bytes;
}
