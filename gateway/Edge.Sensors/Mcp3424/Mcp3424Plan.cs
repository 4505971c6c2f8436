using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Mcp3424;

/// <summary>An MCP3424 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Mcp3424Plan(Mcp3424Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Mcp3424Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "mcp3424";

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [.. options.Inputs.Select(i => i.Describe(options.VoltsPerCode))];

    /// <summary>Per terminal: the configuration written, a conversion, its code and the configuration read.</summary>
    public override TimeSpan Duration => Options.Inputs.Count * (
        Pause.Rounded(Mcp3424Config.Duration(Options.Bits)) + I2cTime.Of(transfers: 2, bytes: 4 + Mcp3424Config.Length(Options.Bits)));

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Mcp3424Sensor(buses.I2c(Bus), Options, time);
}
