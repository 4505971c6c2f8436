using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ads1x15;

/// <summary>An ADS1115 or ADS1015 as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class Ads1x15Plan(Ads1x15Options options) : SensorPlan
{
    /// <summary>The options.</summary>
    public Ads1x15Options Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => Options.Chip.Driver;

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [.. options.Inputs.Select(i => i.Describe(options.VoltsPerCode))];

    /// <inheritdoc/>
    public override (string Bus, int Line)? SecondPlace => Options.Ready is { } ready ? (ready.Bus, ready.Line) : null;

    /// <summary>Of a chip that converts by itself: its code. Otherwise per terminal: the config written and read, a conversion, its code, the config again.</summary>
    public override TimeSpan Duration => Options.IsRunning ? Ads1x15Options.OfRead : Options.Inputs.Count * (Pause.Rounded(Options.Conversion) + OfOne);

    /// <inheritdoc/>
    public override TimeSpan BusTime => Options.IsRunning ? Options.RunningTime : Options.Inputs.Count * OfOne;

    /// <inheritdoc/>
    public override int? RateWithin(double share) => !Options.IsRunning ? null
        : Options.Chip.DataRates.LastOrDefault(r => Options with { DataRate = r } is var slower && slower.RunningTime / slower.Conversion <= share, Options.Chip.DataRates[0]);

    /// <inheritdoc/>
    public override IReadOnlyList<AddressStrap> Straps { get; } = [new(0x48, "ADDR to GND"), new(0x49, "ADDR to VDD"), new(0x4A, "ADDR to SDA"), new(0x4B, "ADDR to SCL")];

    private static TimeSpan OfOne => I2cTime.OfRegisters(writes: 1, reads: 3, bytes: 8);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(buses);
        return Options is { IsRunning: true, Ready: { } ready }
            ? new Ads1x15RunningSensor(buses.I2c(Bus), buses.Line(ready.Bus, ready.Line, new LineSetup(LineBias.PullUp)), Options, time)
            : new Ads1x15Sensor(buses.I2c(Bus), Options, time);
    }
}
