using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Sites;

/// <summary>What stands behind a channel: a device, and the quantities that reach it.</summary>
/// <param name="signals">Those that the site gave.</param>
internal abstract class BenchDevice(IReadOnlyList<DisturbedSignal> signals)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }

    /// <summary>Puts it into that state; false when it cannot be in it.</summary>
    public bool TrySuffer(DeviceFault fault)
    {
        var disturbance = DisturbanceOf(fault);
        if (disturbance != Disturbance.None ? signals.Count == 0 : !CanSuffer(fault))
            return false;
        foreach (var signal in signals)
            signal.Disturbance = disturbance;
        Suffer(disturbance == Disturbance.None ? fault : DeviceFault.None);
        return true;
    }

    /// <summary>Its supply dips; false when it would not notice.</summary>
    public virtual bool TryBrownOut() => false;

    /// <summary>Holds it active (a door open, a rope wet) or not; null lets it follow its signal again. False when it is no contact.</summary>
    public virtual bool TryHold(bool? active) => false;

    /// <summary>What happens to its quantities rather than to itself.</summary>
    protected virtual Disturbance DisturbanceOf(DeviceFault fault) => fault switch
    {
        DeviceFault.Noisy => Disturbance.Noisy,
        DeviceFault.Drifting => Disturbance.Drifting,
        _ => Disturbance.None,
    };

    /// <summary>Whether the device itself can be in that state.</summary>
    protected abstract bool CanSuffer(DeviceFault fault);

    /// <summary>Puts the device itself into that state.</summary>
    protected abstract void Suffer(DeviceFault fault);
}
