using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.EzoPh;

/// <summary>An EZO pH circuit as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class EzoPhPlan(EzoPhOptions options) : SensorPlan
{
    /// <summary>The options.</summary>
    public EzoPhOptions Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "ezo-ph";

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [new SensorOutput(options.Channel, "pH", 1.0 / EzoPhAnswer.Thousandths)];

    /// <inheritdoc/>
    public override TimeSpan Duration => TimeSpan.FromMilliseconds(900);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new EzoPhSensor(buses.I2c(Bus), Options, time);
}
