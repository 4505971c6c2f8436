using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ads1115;

/// <summary>An ADS1115 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ads1115Plan(Ads1115Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Ads1115Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "ads1115";

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } =
        [.. options.Inputs.Select(i => new SensorOutput(i.Name, i.Scale.Unit, i.Scale.Resolution(options.VoltsPerCode)))];

    /// <inheritdoc/>
    public override TimeSpan Duration => Options.Inputs.Count * TimeSpan.FromSeconds(1.0 / Options.DataRate);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Ads1115Sensor(buses.I2c(Bus), Options, time);
}
