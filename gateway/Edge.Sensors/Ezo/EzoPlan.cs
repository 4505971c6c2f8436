using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ezo;

/// <summary>An EZO circuit as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class EzoPlan(EzoOptions options) : SensorPlan
{
    /// <summary>The options.</summary>
    public EzoOptions Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => Options.Kind.Driver;

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [EzoSensor.Output(options)];

    /// <inheritdoc/>
    public override TimeSpan Duration => EzoSensor.RoundTime(Options);

    /// <inheritdoc/>
    public override string? TemperatureFrom => Options.TemperatureFrom;

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new EzoSensor(buses.I2c(Bus), Options, time);
}
