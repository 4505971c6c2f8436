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
        Pause.Rounded(Mcp3424Config.Duration(Options.Bits)) + OfOne);

    /// <inheritdoc/>
    public override TimeSpan BusTime => Options.Inputs.Count * OfOne;

    /// <inheritdoc/>
    public override IReadOnlyList<AddressStrap> Straps { get; } =
    [
        new(0x68, "Adr0 to VSS, Adr1 to VSS"), new(0x69, "Adr0 to VSS, Adr1 open"), new(0x6A, "Adr0 to VSS, Adr1 to VDD"), new(0x6B, "Adr0 open, Adr1 to VSS"),
        new(0x6C, "Adr0 to VDD, Adr1 to VSS"), new(0x6D, "Adr0 to VDD, Adr1 open"), new(0x6E, "Adr0 to VDD, Adr1 to VDD"), new(0x6F, "Adr0 open, Adr1 to VDD"),
    ];

    private TimeSpan OfOne => I2cTime.Of(transfers: 2, bytes: 4 + Mcp3424Config.Length(Options.Bits));

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new Mcp3424Sensor(buses.I2c(Bus), Options, time);
}
