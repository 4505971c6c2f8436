using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Buses.Remote;

namespace Edge.Sensors.Catalog;

/// <summary>One element of <c>buses:</c>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Kind">Where it is.</param>
/// <param name="Socket">Path of the socket, when remote.</param>
/// <param name="Device">For example <c>/dev/i2c-1</c>, when an I2C bus on this board.</param>
/// <param name="Chip">The GPIO chip's label, when lines on this board.</param>
/// <param name="Folder">The kernel's folder of devices, usually <c>/sys/bus/w1/devices</c>, when a 1-wire bus on this board.</param>
/// <param name="Serial">For example <c>/dev/ttyUSB0</c>, when a serial line on this board.</param>
public sealed record BusPlan(string Name, BusKind Kind, string? Socket, string? Device, string? Chip, string? Folder = null, string? Serial = null)
{
    /// <summary>The settings that say where a bus is, one of which it has, and the kind that each goes with.</summary>
    public static IReadOnlyList<(string Setting, string Kind)> Ways { get; } = [("device", "linux"), ("chip", "linux"), ("folder", "linux"), ("serial", "linux"), ("socket", "remote")];

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10), LongestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Longest time of one transfer, when an I2C bus.</summary>
    public TimeSpan Timeout { get; init; } = Kind == BusKind.Remote ? RemoteI2cBus.UsualTimeout : LinuxI2cBus.UsualTimeout;

    /// <summary>Lines that can free an I2C bus on this board; null where none are wired.</summary>
    public RecoveryPlan? Recovery { get; init; }

    /// <summary>Whether sensors wired like that may use it. What another process serves has neither 1-wire nor serial lines.</summary>
    public bool Carries(Wiring wiring) => wiring switch
    {
        Wiring.I2c => Kind == BusKind.Remote || Device is not null,
        Wiring.Line => Kind == BusKind.Remote || Chip is not null,
        Wiring.OneWire => Folder is not null,
        _ => Serial is not null,
    };

    /// <summary>Reads one element; null when there were problems.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="bag">Its settings.</param>
    /// <param name="recovery">Those under <c>recovery</c>; null when it is not written.</param>
    public static BusPlan? Read(string name, SettingBag bag, SettingBag? recovery = null)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var kind = bag.Choice("kind", ("linux", BusKind.Linux), ("remote", BusKind.Remote));
        var (socket, device, chip) = (bag.Text("socket"), bag.Text("device"), bag.Text("chip"));
        var (folder, serial) = (bag.Text("folder"), bag.Text("serial"));
        if (kind == BusKind.Remote && socket is null)
            bag.Complain("socket", "is missing; write the path that edge-sim serves, for example /run/edge-sim.sock");
        if (kind == BusKind.Remote && socket is not null && RemotePath.Length(socket) > RemotePath.Longest)
            bag.Complain("socket", $"has {RemotePath.Length(socket)} bytes, a socket's path at most {RemotePath.Longest}; serve and write a shorter one, for example /run/edge-sim.sock");
        if (kind == BusKind.Remote && (device ?? chip ?? folder ?? serial) is not null)
            bag.Complain(device is not null ? "device" : chip is not null ? "chip" : folder is not null ? "folder" : "serial", "does not belong to a remote bus; remove it, or write kind: linux");
        if (kind == BusKind.Linux && socket is not null)
            bag.Complain("socket", "does not belong to a bus on this board; remove it, or write kind: remote");
        if (kind == BusKind.Linux && new[] { device, chip, folder, serial }.Count(p => p is not null) != 1)
            bag.Complain("device", "write one of device: /dev/i2c-1 (an I2C bus), chip: pinctrl-bcm2711 (GPIO lines, by the chip's label), folder: /sys/bus/w1/devices (1-wire) and serial: /dev/ttyUSB0 (a serial line)");
        var plan = new BusPlan(name, kind, socket, device, chip, folder, serial);
        var timeout = bag.Duration("timeout", plan.Timeout);
        if (timeout < ShortestTimeout || timeout > LongestTimeout)
            bag.Complain("timeout", $"{DurationText.Format(timeout)} is out of range; write {DurationText.Format(ShortestTimeout)} to {DurationText.Format(LongestTimeout)}");
        if (bag.Has("timeout") && !plan.Carries(Wiring.I2c))
            bag.Complain("timeout", "belongs to an I2C bus; remove it");
        if (recovery is not null && device is null)
            bag.Complain("recovery", "belongs to an I2C bus on this board; remove it");
        var lines = recovery is null ? null : RecoveryPlan.Read(recovery);
        bag.RefuseUnknown();
        return bag.Complaints == 0 && recovery is null == lines is null ? plan with { Timeout = timeout, Recovery = lines } : null;
    }
}
