namespace Edge.Sensors.Buses;

/// <summary>When to try again: 100 ms after the first failure, doubled up to 5 s.</summary>
public sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private long _failed;

    /// <summary>The present wait; zero while nothing failed.</summary>
    public TimeSpan Wait { get; private set; }

    /// <summary>Whether the wait is over.</summary>
    public bool Ready => Wait == TimeSpan.Zero || time.GetElapsedTime(_failed) >= Wait;

    /// <summary>One more failure.</summary>
    public void Fail()
    {
        _failed = time.GetTimestamp();
        Wait = Wait == TimeSpan.Zero ? Shortest : Wait * 2 > Longest ? Longest : Wait * 2;
    }

    /// <summary>It worked.</summary>
    public void Succeed() => Wait = TimeSpan.Zero;
}
