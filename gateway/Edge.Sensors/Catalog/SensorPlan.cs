using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Catalog;

/// <summary>A sensor as configured and found valid, before anything is opened.</summary>
public abstract class SensorPlan
{
    /// <summary>The driver's word in the configuration.</summary>
    public abstract string Driver { get; }

    /// <summary>Key of the bus under <c>buses:</c>.</summary>
    public required string Bus { get; init; }

    /// <summary>How often it is sampled.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>The channels, in the order of <see cref="Sample.Output"/>: name, unit, resolution.</summary>
    public abstract IReadOnlyList<SensorOutput> Channels { get; }

    /// <summary>Longest time one round takes, waits included; the period must not be shorter.</summary>
    public abstract TimeSpan Duration { get; }

    /// <summary>What it needs of its bus.</summary>
    public virtual BusUse Use => BusUse.I2c;

    /// <summary>Address on the bus or serial line, or the GPIO line's offset.</summary>
    public abstract int Place { get; }

    /// <summary>The driver, ready to sample. The bus stays the directory's.</summary>
    public abstract ISensor Open(IBusDirectory buses, TimeProvider time);
}
