using Edge.Sensors.Buses;
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

    /// <summary>Two registers written, the status and eight bytes of results read.</summary>
    public override TimeSpan BusTime => I2cTime.OfRegisters(writes: 2, reads: 2, bytes: 11);

    /// <inheritdoc/>
    public override IReadOnlyList<AddressStrap> Straps { get; } = [new(0x76, "SDO to GND"), new(0x77, "SDO to VDDIO")];

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Bme280Sensor(buses.I2c(Bus), Options, time);
}
