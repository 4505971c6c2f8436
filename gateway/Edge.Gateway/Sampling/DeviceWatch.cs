using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Sampling;

/// <summary>What becomes of one device's rounds, counted as they go. Its loop counts; others may look at any time.</summary>
/// <param name="name">Bus and place: "i2c-1 0x48", "gpio 17".</param>
/// <param name="bus">Key of the bus.</param>
/// <param name="lately">How many rounds count as lately; what is older counts less and less.</param>
public sealed class DeviceWatch(string name, string bus, int lately = DeviceWatch.Lately)
{
    private const int Lately = 1000;

    private long _rounds, _missed, _absent;
    private double _due, _leftOut;
    private DeviceSlot? _slot;

    public string Name { get; } = name;

    /// <summary>The driver's word in the configuration; null: not said.</summary>
    public string? Driver { get; init; }

    /// <summary>Which part of its rounds was left out lately, 0 to 1.</summary>
    public double MissedShare { get; private set; }

    /// <summary>A sensor's bus and place.</summary>
    public static string NameOf(SensorPlan sensor) => $"{sensor.Bus} {sensor.PlaceText}";

    public string Bus { get; } = bus;

    /// <summary>How late its rounds begin.</summary>
    public Lateness Lateness { get; } = new();

    /// <summary>Rounds begun.</summary>
    public long Rounds => Volatile.Read(ref _rounds);

    /// <summary>Rounds left out, because their time had passed when they could have begun.</summary>
    public long Missed => Volatile.Read(ref _missed);

    /// <summary>Readings without a value.</summary>
    public long Absent => Volatile.Read(ref _absent);

    /// <summary>Its part of an I2C bus; null before it was opened, and on other buses.</summary>
    public DeviceSlot? Slot
    {
        get => Volatile.Read(ref _slot);
        set => Volatile.Write(ref _slot, value);
    }

    /// <summary>A round begins.</summary>
    /// <param name="late">After it was due.</param>
    /// <param name="missed">Rounds before it that were left out.</param>
    public void Begin(TimeSpan late, long missed)
    {
        Lateness.Add(late);
        Volatile.Write(ref _rounds, _rounds + 1);
        Volatile.Write(ref _missed, _missed + missed);
        (_due, _leftOut) = (_due + 1 + missed, _leftOut + missed);
        MissedShare = _leftOut / _due;
        if (_due >= lately)
            (_due, _leftOut) = (_due / 2, _leftOut / 2);
        _slot?.BeginRound();
    }

    /// <summary>A reading came without a value.</summary>
    public void CountAbsent() => Volatile.Write(ref _absent, _absent + 1);
}
