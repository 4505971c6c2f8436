using System.Globalization;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Sharing;
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

    /// <summary>What it may take of its bus, where that is an I2C bus.</summary>
    public SlotSettings Slot { get; internal set; } = SlotSettings.Usual;

    /// <summary>The channels, in the order of <see cref="Sample.Output"/>: name, unit, resolution.</summary>
    public abstract IReadOnlyList<SensorOutput> Channels { get; }

    /// <summary>Longest time one round takes, waits included; the period must not be shorter.</summary>
    public abstract TimeSpan Duration { get; }

    /// <summary>How much of that nobody else can use the bus. All of it, unless it says otherwise: waits of a device on an I2C bus leave the bus to others.</summary>
    public virtual TimeSpan BusTime => Duration;

    /// <summary>Of a device that sets its own pace: the fastest of its rates, samples per second, that takes no more of its bus; null where the period sets the pace.</summary>
    /// <param name="share">Of the bus's time, 0 to 1.</param>
    public virtual int? RateWithin(double share) => null;

    /// <summary>How its pins are wired for each address it can have, in the order in which to use them; none where pins do not decide.</summary>
    public virtual IReadOnlyList<AddressStrap> Straps => [];

    /// <summary>What it is wired to. An I2C bus unless it says otherwise.</summary>
    public virtual Wiring Wiring => Wiring.I2c;

    /// <summary>7-bit address on the bus, or the line's offset; 0 where only a serial tells devices apart.</summary>
    public virtual int Place => 0;

    /// <summary>The line of a GPIO chip that a device on another bus needs beside it; null: none.</summary>
    public virtual (string Bus, int Line)? SecondPlace => null;

    /// <summary>The place as it is written in a configuration: 0x48, 17, 28-0316a27913ff. No two sensors of a bus have the same.</summary>
    public virtual string PlaceText => Wiring == Wiring.I2c ? $"0x{Place:x2}" : Place.ToString(CultureInfo.InvariantCulture);

    /// <summary>The channel of another sensor whose temperature its readings are compensated with; null: none.</summary>
    public virtual string? TemperatureFrom => null;

    /// <summary>Whether the device keeps a calibration itself, which it tells while it runs.</summary>
    public virtual bool KeepsCalibration => false;

    /// <summary>The driver, ready to sample. The bus stays the directory's.</summary>
    public abstract ISensor Open(IBusDirectory buses, TimeProvider time);
}
