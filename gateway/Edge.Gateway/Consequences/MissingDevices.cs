using Edge.Gateway.Configuration;
using Edge.Sensors.Buses.Linux;

namespace Edge.Gateway.Consequences;

/// <summary>What the configuration names and this machine has not.</summary>
internal static class MissingDevices
{
    private const string Clocks = "/sys/class/rtc";

    /// <summary>Devices of I2C buses.</summary>
    public static IEnumerable<string> Of(GatewayConfiguration configuration) => Missing(configuration.Buses.Select(b => b.Device));

    /// <summary>GPIO chips, by their labels. One that this user may not ask for counts as there.</summary>
    public static IEnumerable<string> Chips(GatewayConfiguration configuration) => configuration.Buses.Select(b => b.Chip).OfType<string>().Where(c => LinuxGpioChips.IsMissing(c)).Distinct();

    /// <summary>Sockets of remote buses.</summary>
    public static IEnumerable<string> Sockets(GatewayConfiguration configuration) => Missing(configuration.Buses.Select(b => b.Socket));

    /// <summary>Folders of 1-wire buses.</summary>
    public static IEnumerable<string> OneWires(GatewayConfiguration configuration) => Missing(configuration.Buses.Select(b => b.Folder));

    /// <summary>Serial lines.</summary>
    public static IEnumerable<string> SerialLines(GatewayConfiguration configuration) => Missing(configuration.Buses.Select(b => b.Serial));

    /// <summary>The kernel's battery-backed clock.</summary>
    public static string? Clock(GatewayConfiguration configuration) => configuration.Clock is { Rtc: { } name, RtcBus: null } && !Directory.Exists(Path.Combine(Clocks, name)) ? name : null;

    public static IEnumerable<Doubt> Doubts(GatewayConfiguration configuration)
    {
        if (Of(configuration).Any())
            yield return Doubt.NoDevice;
        if (Chips(configuration).Any())
            yield return Doubt.NoChip;
        if (Sockets(configuration).Any())
            yield return Doubt.NoSocket;
        if (OneWires(configuration).Any())
            yield return Doubt.NoOneWire;
        if (SerialLines(configuration).Any())
            yield return Doubt.NoSerialLine;
        if (Clock(configuration) is not null)
            yield return Doubt.NoClock;
    }

    private static IEnumerable<string> Missing(IEnumerable<string?> paths) => paths.OfType<string>().Where(p => !Path.Exists(p)).Distinct();
}
