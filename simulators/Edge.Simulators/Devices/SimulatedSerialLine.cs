using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Simulators.Devices;

/// <summary>
/// A serial line with meters on it: a question reaches the one it names, whose answer comes after its thinking time, byte by byte
/// as 9,600 baud let them. One that holds the line silences all.
/// </summary>
/// <param name="name">Its key in the configuration.</param>
/// <param name="time">Whose time bytes take.</param>
public sealed class SimulatedSerialLine(string name, TimeProvider time) : ISerialLine
{
    private readonly List<SimulatedPzem> _meters = [];
    private readonly byte[] _answer = new byte[256];
    private int _length, _read, _taken;
    private long _begins;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string? Trouble => Unplugged ? "unplugged" : null;

    /// <summary>The adapter is taken out of the board.</summary>
    public bool Unplugged { get; set; }

    /// <summary>Questions so far.</summary>
    public int Questions { get; private set; }

    /// <summary>Wires a meter.</summary>
    public void Connect(SimulatedPzem meter) => _meters.Add(meter);

    /// <inheritdoc/>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <inheritdoc/>
    public void Release() => Volatile.Write(ref _taken, 0);

    /// <inheritdoc/>
    public bool Send(ReadOnlySpan<byte> bytes)
    {
        Questions++;
        (_length, _read) = (0, 0);
        var isHeld = false;
        foreach (var meter in _meters)
            isHeld |= meter.Fault == DeviceFault.BusStuck;
        foreach (var meter in _meters)
        {
            if (isHeld || meter.Address != bytes[0])
                continue;
            _length = meter.Answer(bytes, _answer);
            _begins = time.Nanoseconds() + SerialTime.Of(bytes.Length).Nanoseconds() + meter.Thinks.Nanoseconds();
        }
        return !Unplugged;
    }

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> bytes, out int count)
    {
        var arrived = Math.Clamp((time.Nanoseconds() - _begins) / SerialTime.Of(1).Nanoseconds(), 0, _length);
        count = Unplugged ? 0 : Math.Min((int)arrived - _read, bytes.Length);
        _answer.AsSpan(_read, count).CopyTo(bytes);
        _read += count;
        return !Unplugged;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
