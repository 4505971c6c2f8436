using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.PulseFlow;

/// <summary>A pulse flow meter as configured.</summary>
/// <param name="options">Valid options.</param>
/// <param name="line">The line's offset on its chip.</param>
public sealed class PulseFlowPlan(PulseFlowOptions options, int line) : SensorPlan
{
    /// <summary>The options.</summary>
    public PulseFlowOptions Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => "pulse-flow";

    /// <inheritdoc/>
    public override Wiring Wiring => Wiring.Line;

    /// <inheritdoc/>
    public override int Place { get; } = line;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } =
        [.. options.Outputs.Select(o => new SensorOutput(o.Name, PulseFlowSensor.Unit(o.Quantity), options.Resolution(o.Quantity)))];

    /// <inheritdoc/>
    public override TimeSpan Duration => TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new PulseFlowSensor(buses.Line(Bus, Place, new LineSetup(Options.Bias)), Options, time);
}
