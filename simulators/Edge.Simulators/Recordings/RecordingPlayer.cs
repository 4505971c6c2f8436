using Edge.Sensors.Sampling;

namespace Edge.Simulators.Recordings;

/// <summary>Which row is active when: the recording's own steps divided by the speed, a single one no longer than the cap.</summary>
public sealed class RecordingPlayer
{
    private readonly long[] _starts;
    private readonly long _duration;
    private readonly long _origin;
    private int _last;

    /// <param name="recording">What is replayed.</param>
    /// <param name="speed">Times real time; above 0.</param>
    /// <param name="longestStep">Of one row, on the wall.</param>
    /// <param name="atEnd">What follows the last row.</param>
    /// <param name="origin">When the first row becomes active, CLOCK_MONOTONIC ns.</param>
    public RecordingPlayer(Recording recording, double speed, TimeSpan longestStep, AtEnd atEnd, long origin)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        Recording = recording;
        AtEnd = atEnd;
        _origin = origin;
        _starts = new long[recording.Rows];
        var at = 0L;
        for (var row = 0; row < recording.Rows; row++)
        {
            _starts[row] = at;
            at += Math.Max(1, Math.Min((long)(recording.Steps[row].Nanoseconds() / speed), longestStep.Nanoseconds()));
        }
        _duration = at;
    }

    /// <summary>What is replayed.</summary>
    public Recording Recording { get; }

    /// <summary>What follows the last row.</summary>
    public AtEnd AtEnd { get; }

    /// <summary>The speed at which the usual step takes one second.</summary>
    public static double DefaultSpeed(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return recording.Interval.TotalSeconds;
    }

    /// <summary>When the n-th row since the start becomes active, ns; n counts on through loops. Null when it never does.</summary>
    public long? StartOf(long n)
    {
        var (round, row) = Math.DivRem(n, _starts.Length);
        return round > 0 && AtEnd != AtEnd.Loop ? null : _origin + round * _duration + _starts[row];
    }

    /// <summary>When the last row has had its time, ns; null when it loops.</summary>
    public long? End => AtEnd == AtEnd.Loop ? null : _origin + _duration;

    /// <summary>The row active at a time.</summary>
    public int RowAt(long nanoseconds)
    {
        var at = nanoseconds - _origin;
        if (at <= 0)
            return 0;
        if (at >= _duration)
        {
            if (AtEnd != AtEnd.Loop)
                return _starts.Length - 1;
            at %= _duration;
        }
        // Asked about the same time again and again: look near the last answer first.
        var last = Volatile.Read(ref _last);
        for (var row = last; row < Math.Min(last + 2, _starts.Length); row++)
        {
            if (_starts[row] <= at && (row + 1 == _starts.Length || at < _starts[row + 1]))
                return row;
        }
        var found = Array.BinarySearch(_starts, at);
        found = found >= 0 ? found : ~found - 1;
        Volatile.Write(ref _last, found);
        return found;
    }

    /// <summary>When the row active at a time ends, ns.</summary>
    public long HoldsUntil(long nanoseconds)
    {
        var at = Math.Max(0, nanoseconds - _origin);
        if (at >= _duration && AtEnd != AtEnd.Loop)
            return long.MaxValue;
        var row = RowAt(nanoseconds);
        var next = row + 1 < _starts.Length ? _starts[row + 1] : AtEnd == AtEnd.Loop ? _duration : long.MaxValue - _origin - at;
        return _origin + at - at % _duration + next;
    }
}
