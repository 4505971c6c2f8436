using Edge.Simulators.Devices;

namespace Edge.Simulators.Sites;

/// <summary>Faults on command: "fault CHANNEL KIND", "brown-out CHANNEL", "contact CHANNEL active", "channels".</summary>
public static class BenchCommand
{
    /// <summary>Kinds of fault by their words.</summary>
    public static IReadOnlyDictionary<string, DeviceFault> Faults { get; } = new Dictionary<string, DeviceFault>
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
        ["bit-flips"] = DeviceFault.BitFlips,
        ["noisy"] = DeviceFault.Noisy,
        ["drifting"] = DeviceFault.Drifting,
    };

    /// <summary>What a contact is held at: a door that is open and a rope that is wet are active.</summary>
    private static readonly Dictionary<string, bool?> Holds = new() { ["active"] = true, ["inactive"] = false, ["free"] = null };

    internal static string Obey(string words, IReadOnlyDictionary<string, BenchDevice> byChannel)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["channels"])
            return "ok: " + string.Join(' ', byChannel.Keys);
        if (parts.Length < 2 || !byChannel.TryGetValue(parts[1], out var device))
            return $"error: write fault CHANNEL KIND, brown-out CHANNEL, contact CHANNEL active|inactive|free or channels; channels are {string.Join(", ", byChannel.Keys)}";
        return parts switch
        {
            ["brown-out", _] => device.TryBrownOut() ? "ok" : $"error: {device.Kind} does not notice a brown-out",
            ["contact", _, var state] when Holds.TryGetValue(state, out var held) => device.TryHold(held) ? "ok" : $"error: {device.Kind} is no contact; use fault {parts[1]} KIND",
            ["contact", ..] => $"error: write contact {parts[1]} {string.Join('|', Holds.Keys)}: active is an open door, a wet rope; free follows its signal again",
            ["fault", _, var kind] when Faults.TryGetValue(kind, out var fault) => device.TrySuffer(fault) ? "ok" : $"error: {device.Kind} cannot be {kind}",
            _ => $"error: kinds of fault are {string.Join(", ", Faults.Keys)}",
        };
    }
}
