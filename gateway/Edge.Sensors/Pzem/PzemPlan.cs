using Edge.Sensors.Catalog;
using Edge.Sensors.Modbus;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Pzem;

/// <summary>A PZEM meter as configured.</summary>
/// <param name="options">Valid options.</param>
public sealed class PzemPlan(PzemOptions options) : SensorPlan
{
    /// <summary>The options.</summary>
    public PzemOptions Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => PzemBinding.Word;

    /// <inheritdoc/>
    public override Wiring Wiring => Wiring.Serial;

    /// <inheritdoc/>
    public override int Place => Options.Address;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [.. options.Outputs.Select(o => o.Describe())];

    /// <inheritdoc/>
    public override TimeSpan Duration => RegisterQuestion.Duration(PzemOptions.Registers, Options.Patience);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new PzemSensor(buses.Serial(Bus), Options, time);
}
