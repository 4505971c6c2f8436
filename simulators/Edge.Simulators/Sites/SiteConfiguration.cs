using System.Text;
using System.Text.RegularExpressions;
using Edge.Sensors.Catalog;

namespace Edge.Simulators.Sites;

/// <summary>Writes the <c>buses:</c>, <c>sensors:</c> and <c>channels:</c> of a gateway configuration that fits what is simulated.</summary>
public static partial class SiteConfiguration
{
    /// <summary>The YAML text.</summary>
    /// <param name="site">What is simulated.</param>
    /// <param name="socket">Where it is served.</param>
    /// <param name="kernel">By key, what stands behind the buses that are the kernel's.</param>
    public static string Write(SiteDescription site, string socket, IReadOnlyDictionary<string, string>? kernel = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var yaml = new StringBuilder();
        yaml.Append("# Written by edge-sim for site ").Append(site.Name).Append(".\n");
        if (site.Attribution.Length > 0)
            yaml.Append("# Recording: ").Append(site.Attribution).Append('\n');
        yaml.Append("buses:\n");
        var second = site.Sensors.Where(s => s.Plan.SecondPlace is not null).Select(s => (s.Plan.SecondPlace!.Value.Bus, Wiring.Line));
        foreach (var (bus, wiring) in site.Sensors.Select(s => (s.Plan.Bus, s.Plan.Wiring)).Concat(second).DistinctBy(b => b.Bus))
        {
            var settings = wiring switch
            {
                _ when kernel is not null && kernel.TryGetValue(bus, out var own) => own,
                Wiring.OneWire => $"kind: linux, folder: {Scalar(ServedPlace.OneWire(socket, bus))}",
                Wiring.Serial => $"kind: linux, serial: {Scalar(ServedPlace.SerialLine(socket, bus))}",
                _ => $"kind: remote, socket: {Scalar(Path.GetFullPath(socket))}",
            };
            yaml.Append("  ").Append(Scalar(bus)).Append(": { ").Append(settings).Append(" }\n");
        }
        yaml.Append("sensors:\n");
        foreach (var sensor in site.Sensors)
        {
            var mark = "  - ";
            foreach (var (name, value) in sensor.Settings)
            {
                yaml.Append(mark).Append(name).Append(": ").Append(Scalar(value)).Append('\n');
                mark = "    ";
            }
            if (sensor.Options.Count > 0)
                yaml.Append("    options: ").Append(Flow(sensor.Options)).Append('\n');
            yaml.Append("    channels:\n");
            foreach (var channel in sensor.Channels)
                yaml.Append("      - ").Append(Flow(channel)).Append('\n');
        }
        yaml.Append("channels:\n");
        foreach (var sensor in site.Sensors)
        {
            foreach (var channel in sensor.Plan.Channels)
                yaml.Append("  ").Append(channel.Name).Append(": { domain: ").Append(Scalar(sensor.Domain))
                    .Append(", calibration: { date: 2026-11-01, who: edge-sim, result: \"simulated device: exact\" } }\n");
        }
        return yaml.ToString();
    }

    private static string Flow(IReadOnlyDictionary<string, string> values) =>
        "{ " + string.Join(", ", values.Select(v => $"{v.Key}: {Scalar(v.Value)}")) + " }";

    private static string Scalar(string text) =>
        Plain().IsMatch(text) ? text : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    [GeneratedRegex("^[A-Za-z0-9_./+-]+$")]
    private static partial Regex Plain();
}
