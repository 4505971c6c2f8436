using Edge.Sensors.Buses;
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
    public override bool KeepsCalibration => true;

    /// <summary>Three questions of at most 16 characters and their whole answers.</summary>
    public override TimeSpan BusTime => 3 * I2cTime.Of(transfers: 2, bytes: 2 + 16 + EzoAnswer.Length);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new EzoSensor(buses.I2c(Bus), Options, time);
}
