using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina226;

/// <summary>An INA226 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ina226Plan(Ina226Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Ina226Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "ina226";

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } =
        [.. options.Outputs.Select(o => new SensorOutput(o.Name, Ina226Sensor.Unit(o.Quantity), options.Resolution(o.Quantity)))];

    /// <inheritdoc/>
    public override TimeSpan Duration => Ina226Chip.Duration(Ina226Chip.Trigger(Options.Averaging, Options.ConversionUs));

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Ina226Sensor(buses.I2c(Bus), Options, time);
}
