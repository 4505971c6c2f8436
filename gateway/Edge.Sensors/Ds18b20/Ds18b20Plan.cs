using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ds18b20;

/// <summary>A DS18B20 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ds18b20Plan(Ds18b20Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Ds18b20Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "ds18b20";

    /// <inheritdoc/>
    public override Wiring Wiring => Wiring.OneWire;

    /// <inheritdoc/>
    public override string PlaceText => Options.Device;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [Ds18b20Sensor.Output(options)];

    /// <inheritdoc/>
    public override TimeSpan Duration => TimeSpan.FromMilliseconds(750);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Ds18b20Sensor(buses.OneWire(Bus), Options);
}
