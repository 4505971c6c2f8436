using System.Text;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>
/// A configuration that has every mapping once, each list's items in every variant that asks for other settings, and hardly any value: the reader, led through it, asks for
/// everything it knows.
/// </summary>
public static class ModelSite
{
    /// <summary>The words by which items of one list differ in what else they need.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["linux", "remote"];

    /// <inheritdoc cref="Kinds"/>
    public static IReadOnlyList<string> Scales { get; } = ["loop", "voltage"];

    /// <inheritdoc cref="Kinds"/>
    public static IReadOnlyList<string> Formulas { get; } = ["total", "product", "linear", "level"];

    /// <summary>Where the sensor of a driver stands.</summary>
    public static string Sensor(string driver) => $"sensors[{SensorCatalog.Drivers.ToList().IndexOf(driver)}]";

    /// <summary>Its text, in YAML.</summary>
    /// <param name="more">Settings that a mapping gets besides, by its path: <c>name: value, </c>, or nothing.</param>
    public static string Text(Func<string, string> more)
    {
        var drivers = SensorCatalog.Drivers.ToList();
        var text = new StringBuilder();
        Line($"{{{more("")}identity: {{{more("identity")}}}, store: {{{more("store")}card: {{{more("store.card")}}}, when_full: [thin: {{{more("store.when_full[0].thin")}}}]}},");
        Line(string.Join(" ", new[] { "seal", "anchoring", "historian", "telemetry", "clock", "retention" }.Select(n => $"{n}: {{{more(n)}}},")));
        Line($"site: {{{more("site")}tap: {{{more("site.tap")}channels: [{{{more("site.tap.channels[0]")}}}]}}}},");
        Line($"broker: {{{more("broker")}tls: {{{more("broker.tls")}}}}},");
        Line($"sparkplug: {{{more("sparkplug")}broker: {{{more("sparkplug.broker")}tls: {{{more("sparkplug.broker.tls")}}}}}}},");
        Line($"buses: {{{string.Join(", ", Kinds.Select(k => $"{k}: {{{more($"buses.{k}")}kind: {k}, recovery: {{{more($"buses.{k}.recovery")}}}}}"))}}},");
        Line("sensors: [");
        foreach (var driver in drivers)
        {
            var place = Sensor(driver);
            var channels = Scales.Select((scale, i) => $"{{{more($"{place}.channels[{i}]")}scale: {scale}}}");
            Line($"{{{more(place)}driver: {driver}, options: {{{more($"{place}.options")}}}, channels: [{string.Join(", ", channels)}]}},");
        }

        Line("""
            {driver: pulse-flow, bus: linux, line: 1, channels: [{name: a-flow, output: rate}]},
            {driver: ads1115, bus: linux, channels: [{name: a-pressure, input: ain0, scale: voltage, unit: bar}]}],
            """);
        Line($"derived: [{string.Join(", ", Formulas.Select((f, i) => $"{{{more($"derived[{i}]")}formula: {f}, of: {Inputs(f)}}}"))}],");
        Line($"channels: {{a-flow: {{{more("channels.a-flow")}calibration: {{{more("channels.a-flow.calibration")}}}}}}}}}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Inputs(string formula) => formula switch
    {
        "product" => "[a-flow, a-flow]",
        "level" => "a-pressure",
        _ => "a-flow",
    };
}
