using Edge.Simulators.Devices;

namespace Edge.Simulators.Sites;

/// <summary>Faults on command: "fault CHANNEL KIND", "brown-out CHANNEL", "channels".</summary>
internal static class BenchCommand
{
    private static readonly Dictionary<string, DeviceFault> Faults = new()
    {
        ["none"] = DeviceFault.None,
        ["no-acknowledge"] = DeviceFault.NoAcknowledge,
        ["unplugged"] = DeviceFault.Unplugged,
        ["bus-stuck"] = DeviceFault.BusStuck,
        ["arbitration-lost"] = DeviceFault.ArbitrationLost,
        ["timed-out"] = DeviceFault.TimedOut,
        ["short"] = DeviceFault.Short,
        ["garbage"] = DeviceFault.Garbage,
        ["frozen"] = DeviceFault.Frozen,
        ["never-ready"] = DeviceFault.NeverReady,
        ["wrong-identity"] = DeviceFault.WrongIdentity,
        ["saturated"] = DeviceFault.Saturated,
        ["uncalibrated"] = DeviceFault.Uncalibrated,
    };

    public static string Obey(string words, IReadOnlyDictionary<string, BenchDevice> byChannel)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["channels"])
            return "ok: " + string.Join(' ', byChannel.Keys);
        if (parts.Length < 2 || !byChannel.TryGetValue(parts[1], out var device))
            return $"error: write fault CHANNEL KIND, brown-out CHANNEL or channels; channels are {string.Join(", ", byChannel.Keys)}";
        return parts switch
        {
            ["brown-out", _] when device.Device is not null => Change(device, (SimulatedI2cDevice d) => d.BrownOut()),
            ["brown-out", _] when device.Thermometer is not null => Change(device, (SimulatedDs18b20 d) => d.BrownOut()),
            ["fault", _, var kind] when Faults.TryGetValue(kind, out var fault) => Set(device, fault, kind),
            _ => $"error: kinds of fault are {string.Join(", ", Faults.Keys)}",
        };
    }

    private static string Set(BenchDevice device, DeviceFault fault, string kind)
    {
        if (device.Device is not null)
            return Change(device, (SimulatedI2cDevice d) => d.Fault = fault);
        if (device.Thermometer is not null)
            return SimulatedDs18b20.Faults.Contains(fault) ? Change(device, (SimulatedDs18b20 d) => d.Fault = fault) : $"error: a 1-wire thermometer cannot be {kind}";
        if (fault is not (DeviceFault.None or DeviceFault.Unplugged))
            return $"error: what is on a line can be unplugged or none, not {kind}";
        device.OnLine!.Unplugged = fault == DeviceFault.Unplugged;
        return "ok";
    }

    private static string Change(BenchDevice device, Action<SimulatedDs18b20> change)
    {
        device.Wire!.Touch(device.Thermometer!, change);
        return "ok";
    }

    private static string Change(BenchDevice device, Action<SimulatedI2cDevice> change)
    {
        device.Bus!.Touch(device.Device!, change);
        return "ok";
    }
}
