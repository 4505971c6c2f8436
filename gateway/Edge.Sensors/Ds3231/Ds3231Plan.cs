using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ds3231;

/// <summary>A DS3231's thermometer as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ds3231Plan(Ds3231Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Ds3231Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => Ds3231Binding.Word;

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = options.Describe();

    /// <inheritdoc/>
    public override TimeSpan Duration => Ds3231Options.BusTime;

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Ds3231Sensor(buses.I2c(Bus), Options);
}
