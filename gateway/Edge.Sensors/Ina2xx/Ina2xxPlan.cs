using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina2xx;

/// <summary>A power monitor as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ina2xxPlan(Ina2xxOptions options) : SensorPlan
{
    /// <summary>The options, of the chip's own kind.</summary>
    public Ina2xxOptions Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => Options.Driver;

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = options.Describe();

    /// <inheritdoc/>
    public override TimeSpan Duration => Pause.Rounded(Options.Conversion) + Options.BusTime;

    /// <inheritdoc/>
    public override TimeSpan BusTime => Options.BusTime;

    /// <inheritdoc/>
    public override IReadOnlyList<AddressStrap> Straps { get; } =
        [.. from high in Enumerable.Range(0, Pins.Length) from low in Enumerable.Range(0, Pins.Length) select new AddressStrap(0x40 + high * Pins.Length + low, $"A1 to {Pins[high]}, A0 to {Pins[low]}")];

    private static readonly string[] Pins = ["GND", "VS", "SDA", "SCL"];

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => Options.Open(buses.I2c(Bus), time);
}
