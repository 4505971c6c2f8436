using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Sites;

/// <summary>A chip on an I2C bus.</summary>
internal sealed class ChipOnBus(SimulatedI2cBus bus, SimulatedI2cDevice chip, IReadOnlyList<DisturbedSignal> signals) : BenchDevice(signals)
{
    /// <inheritdoc/>
    public override string Kind => $"the chip at 0x{chip.Address:X2}";

    /// <inheritdoc/>
    public override bool TryBrownOut()
    {
        bus.Touch(chip, c => c.BrownOut());
        return true;
    }

    /// <inheritdoc/>
    protected override bool CanSuffer(DeviceFault fault) => chip.CanSuffer(fault);

    /// <inheritdoc/>
    protected override void Suffer(DeviceFault fault) => bus.Touch(chip, c => c.Fault = fault);
}
