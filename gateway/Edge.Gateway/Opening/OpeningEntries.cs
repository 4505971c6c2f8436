using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Opening;

/// <summary>What a gateway writes when it starts: the boot, the gap since it last ran, and every channel's configuration and calibration.</summary>
internal static class OpeningEntries
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The program and its version; unless its stack is <c>system</c>, the stack too: <c>edge-gateway 0.1.0+managed</c>.</summary>
    public static string Software { get; } = $"edge-gateway {ProgramVersion.WithoutCommit(typeof(OpeningEntries).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "")}";

    public static BootEntry Boot(IGatewayClock clock, string key)
    {
        var now = clock.Now();
        return new BootEntry(clock.BootId, now.Monotonic, now.Wall, now.Source, Software, key);
    }

    public static ConfigurationEntry Configuration(GatewayConfiguration configuration, ChannelSettings channel) =>
        new(channel.Name, channel.Definition, configuration.FileHash, configuration.Who);

    public static CalibrationEntry Calibration(ChannelSettings channel, CalibrationSettings calibration) =>
        new(channel.Name, calibration.Date, calibration.Certificate, calibration.Who, new JsonObject { ["result"] = calibration.Result }.ToJsonString(Json));
}
