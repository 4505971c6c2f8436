using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Sensors.Catalog;
using Edge.Site.Tap;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>
/// The JSON Schema (2020-12) of gateway.yaml: names, forms, limits, words and defaults as the reader asks for them, described as the pages of settings describe them.
/// What else hangs together across settings than <see cref="Together"/> has, and durations and amounts out of their range, only <c>config check</c> finds.
/// </summary>
public static class ConfigurationSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With a newline at its end.</summary>
    public static string Text() => Make().ToJsonString(Indented) + "\n";

    private static JsonObject Make()
    {
        var asked = new AskedOfFile();
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "gateway.yaml",
            ["description"] = "The configuration of an Edge gateway, version 1.",
        };
        var file = new MappingSchema("").Of(
            asked[""],
            [
                .. new[] { "identity", "seal", "anchoring", "historian", "telemetry", "clock", "retention" }.Select(n => (n, Section(n))),
                ("site", Section("site", (TapSection.Name, Section("site.tap", (TapSection.Channels, List(new MappingSchema("site.tap.channels[]").Of(asked["site.tap.channels[0]"]), TapSettings.MostChannels)))))),
                ("store", Section("store", ("card", Section("store.card")), ("when_full", ListSchemas.WhenFull(asked["store.when_full[0].thin"])))),
                ("broker", Section("broker", ("tls", Section("broker.tls")))),
                ("sparkplug", Section("sparkplug", ("broker", Section("sparkplug.broker", ("tls", Section("sparkplug.broker.tls")))))),
                ("buses", Named(Bus())),
                ("sensors", List(new JsonObject { ["$ref"] = "#/$defs/sensor" })),
                ("derived", new JsonObject { ["type"] = "array", ["items"] = Derived() }),
                ("channels", Named(Channel())),
            ]);
        foreach (var (name, value) in file.ToList())
        {
            file.Remove(name);
            root[name] = value;
        }

        root["$defs"] = new JsonObject([KeyValuePair.Create("sensor", (JsonNode?)Sensor()), .. SensorCatalog.Drivers.Select(d => KeyValuePair.Create(d, (JsonNode?)Driver(d)))]);
        return root;

        JsonObject Section(string name, params (string Name, JsonObject Schema)[] nested) => new MappingSchema(name).Of(asked[name], nested);

        JsonObject Bus()
        {
            var bus = new MappingSchema("buses.<name>").Of("kind", [.. ModelSite.Kinds.Select(k => (k, asked[$"buses.{k}"]))], ("recovery", () => new MappingSchema("buses.<name>.recovery").Of(asked["buses.linux.recovery"])));
            bus["oneOf"] = new JsonArray([.. BusPlan.Ways.Select(w => new JsonObject
            {
                ["required"] = new JsonArray(w.Setting),
                ["properties"] = new JsonObject([
                    KeyValuePair.Create("kind", (JsonNode?)new JsonObject { ["const"] = w.Kind }),
                    KeyValuePair.Create(w.Setting, (JsonNode?)new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } }),
                    .. BusPlan.Ways.Where(o => o != w).Select(o => KeyValuePair.Create(o.Setting, (JsonNode?)false)),
                ]),
            })]);
            return bus;
        }

        JsonObject Channel()
        {
            var channel = MappingSchema.OrNothing(new MappingSchema("channels.<name>").Of(
                asked["channels.a-flow"],
                ("calibration", new MappingSchema("channels.<name>.calibration").Of(asked["channels.a-flow.calibration"])),
                (RuleSection.Range, ListSchemas.Range())));
            return Together.DeadbandAndLimits(channel);
        }

        JsonObject Derived() => new MappingSchema("derived[]").Of(
            "formula", [.. ModelSite.Formulas.Select((f, i) => (f, asked[$"derived[{i}]"]))], (DerivedSection.Inputs, ListSchemas.Inputs));

        JsonObject Sensor() => MappingSchema.ByWord(
            "driver",
            SettingSchema.Of(asked[ModelSite.Sensor(SensorCatalog.Drivers.First())]["driver"]!, SettingsPages.Of("sensors[]", "driver")),
            SensorCatalog.Drivers.Select(d => (d, new JsonObject { ["$ref"] = $"#/$defs/{d}" })));

        JsonObject Driver(string driver)
        {
            var place = ModelSite.Sensor(driver);
            var channel = new MappingSchema(driver, "channels[].").Of("scale", [.. ModelSite.Scales.Select((s, i) => (s, asked[$"{place}.channels[{i}]"])).Where(s => s.Item2.All.Count > 0)]);
            var options = Together.ModeAndReadyLine(new MappingSchema(driver, "options.").Of(asked[$"{place}.options"]));
            return MappingSchema.Fixed("driver", driver, new MappingSchema("sensors[]").Of(asked[place], ("options", options), ("channels", List(channel))));
        }
    }

    private static JsonObject Named(JsonObject each) => new() { ["type"] = "object", ["additionalProperties"] = each };

    private static JsonObject List(JsonObject each) => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = each };

    private static JsonObject List(JsonObject each, int most) => new() { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = most, ["items"] = each };
}
