using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ade7953;

/// <summary>An ADE7953 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ade7953Plan(Ade7953Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Ade7953Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => Ade7953Binding.Word;

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = options.Describe();

    /// <inheritdoc/>
    public override TimeSpan Duration => Ade7953Options.Duration;

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Ade7953Sensor(buses.I2c(Bus), Options, time);
}
