using System.Text.Json.Nodes;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>The settings that are lists of values, in JSON Schema.</summary>
internal static class ListSchemas
{
    /// <summary><c>range</c>: the lowest and the highest value.</summary>
    public static JsonObject Range() => new() { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = SettingSchema.Number() };

    /// <summary><c>of</c>: one input, or two.</summary>
    public static JsonObject Inputs() => new()
    {
        ["anyOf"] = new JsonArray(Text(), new JsonObject { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = 2, ["items"] = Text() }),
    };

    /// <summary><c>when_full</c>: policies in their order.</summary>
    /// <param name="thin">What is asked of the policy that has settings.</param>
    public static JsonObject WhenFull(AskedSettings thin) => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray("evict", "block") },
                One("stop", Channels()),
                One("thin", new MappingSchema("store.when_full").Of(thin, ("channels", Channels())))),
        },
    };

    private static JsonObject Channels() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Text() };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject One(string name, JsonObject schema) => new()
    {
        ["type"] = "object", ["required"] = new JsonArray(name), ["properties"] = new JsonObject { [name] = schema }, ["additionalProperties"] = false,
    };
}
