using Edge.Sensors.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>The time after a device's first value in which its values are not to be relied on.</summary>
internal sealed class WarmUp(TimeSpan length)
{
    private readonly ulong _length = (ulong)length.Nanoseconds();
    private ulong? _since;

    /// <summary>The device was away: its next value is a first one.</summary>
    public void Begin() => _since = null;

    /// <summary>Asked at each value.</summary>
    /// <param name="at">Monotonic ns.</param>
    public bool Lasts(ulong at)
    {
        _since ??= at;
        return at - _since < _length;
    }
}
