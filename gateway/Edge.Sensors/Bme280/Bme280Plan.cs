using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Bme280;

/// <summary>A BME280 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Bme280Plan(Bme280Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Bme280Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "bme280";

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [.. Bme280Sensor.OutputsOf(options)];

    /// <inheritdoc/>
    public override TimeSpan Duration => Bme280Chip.Duration(Options.Oversampling);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Bme280Sensor(buses.I2c(Bus), Options, time);
}
