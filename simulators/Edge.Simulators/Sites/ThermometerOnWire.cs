using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Sites;

/// <summary>A thermometer on a 1-wire bus.</summary>
internal sealed class ThermometerOnWire(SimulatedOneWire wire, SimulatedDs18b20 thermometer, IReadOnlyList<DisturbedSignal> signals) : BenchDevice(signals)
{
    /// <inheritdoc/>
    public override string Kind => "a 1-wire thermometer";

    /// <inheritdoc/>
    public override bool TryBrownOut()
    {
        wire.Touch(thermometer, t => t.BrownOut());
        return true;
    }

    /// <inheritdoc/>
    protected override bool CanSuffer(DeviceFault fault) => SimulatedDs18b20.Faults.Contains(fault);

    /// <inheritdoc/>
    protected override void Suffer(DeviceFault fault) => wire.Touch(thermometer, t => t.Fault = fault);
}
