using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Sites;

/// <summary>A meter on a serial line.</summary>
internal sealed class MeterOnSerialLine(SimulatedPzem meter, IReadOnlyList<DisturbedSignal> signals) : BenchDevice(signals)
{
    /// <inheritdoc/>
    public override string Kind => "a meter on a serial line";

    /// <inheritdoc/>
    public override bool TryBrownOut()
    {
        meter.BrownOut();
        return true;
    }

    /// <inheritdoc/>
    protected override bool CanSuffer(DeviceFault fault) => fault is not DeviceFault.Uncalibrated;

    /// <inheritdoc/>
    protected override void Suffer(DeviceFault fault) => meter.Fault = fault;
}
