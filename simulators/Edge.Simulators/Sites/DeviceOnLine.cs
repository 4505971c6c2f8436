using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Sites;

/// <summary>A flow meter or a contact on a line. That it stands still is a matter of what it follows.</summary>
internal sealed class DeviceOnLine(SimulatedLineDevice device, IReadOnlyList<DisturbedSignal> signals) : BenchDevice(signals)
{
    /// <inheritdoc/>
    public override string Kind => device is SimulatedContact ? "a contact" : "a flow meter";

    /// <inheritdoc/>
    public override bool TryHold(bool? active)
    {
        if (device is not SimulatedContact contact)
            return false;
        contact.Held = active;
        return true;
    }

    /// <inheritdoc/>
    protected override Disturbance DisturbanceOf(DeviceFault fault) => fault == DeviceFault.Frozen ? Disturbance.Frozen : base.DisturbanceOf(fault);

    /// <inheritdoc/>
    protected override bool CanSuffer(DeviceFault fault) => fault is DeviceFault.None or DeviceFault.Unplugged;

    /// <inheritdoc/>
    protected override void Suffer(DeviceFault fault) => device.Unplugged = fault == DeviceFault.Unplugged;
}
