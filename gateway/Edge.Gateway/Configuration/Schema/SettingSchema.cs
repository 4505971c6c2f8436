using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>One setting in JSON Schema.</summary>
internal static class SettingSchema
{
    private const string Amount = @"^([0-9]+\.?[0-9]*|\.[0-9]+) *";

    /// <param name="setting">As the reader asked for it; not a mapping or list.</param>
    /// <param name="row">What the pages say of it.</param>
    public static JsonObject Of(AskedSetting setting, SettingsPages.Row? row)
    {
        var schema = Form(setting);
        if (setting.Allowed is { } allowed)
            Limit(schema, allowed);
        if (setting.Default is { } otherwise && (setting.Form == SettingForm.Duration ? otherwise : Value(otherwise)) is var value && Fits(value, setting.Allowed))
            schema["default"] = value;
        Describe(schema, row);
        return schema;
    }

    public static void Describe(JsonObject schema, SettingsPages.Row? row)
    {
        if (row is not null)
            schema["description"] = row.Text;
    }

    /// <summary>What counts where nothing is written need not be what could be written.</summary>
    private static bool Fits(JsonNode value, Allowed? allowed) => allowed?.Low is not { } low || value.GetValueKind() != JsonValueKind.Number || double.Parse(value.ToString(), CultureInfo.InvariantCulture) is var number && (allowed.IsAbove ? number > low : number >= low);

    private static JsonObject Form(AskedSetting setting) => setting switch
    {
        { Form: SettingForm.Number } => new() { ["type"] = "number" },
        { Form: SettingForm.Integer } => new() { ["type"] = "integer" },
        { Form: SettingForm.Duration } => new() { ["type"] = "string", ["pattern"] = $"{Amount}(ns|us|ms|s|min|h|d)$" },
        { Form: SettingForm.Bytes } => new() { ["type"] = "string", ["pattern"] = $"{Amount}([kMGT]?B|[KMGT]iB)$" },
        { Allowed.Words: not null } => [],
        { Allowed.Pattern: not null } => new() { ["type"] = "string" },
        // A certificate's or a person's number needs no quotes.
        _ => new() { ["type"] = new JsonArray("string", "number") },
    };

    private static void Limit(JsonObject schema, Allowed allowed)
    {
        if (allowed.Low is { } low)
            schema[allowed.IsAbove ? "exclusiveMinimum" : "minimum"] = Number(low);
        if (allowed.High is { } high)
            schema["maximum"] = Number(high);
        if (allowed.Numbers is { } numbers)
            schema["enum"] = new JsonArray([.. numbers.Select(Number)]);
        if (allowed.Words is { } words)
            schema["enum"] = new JsonArray([.. words.Select(Value)]);
        if (allowed.Pattern is { } pattern)
            schema["pattern"] = pattern;
        if (allowed.Length is { } length)
            schema["maxLength"] = length;
    }

    /// <summary>A value as YAML understands it where it is written without quotes.</summary>
    private static JsonNode Value(string text) =>
        text is "true" or "false" ? JsonValue.Create(text == "true")
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Number(number)
        : JsonValue.Create(text);

    private static JsonNode Number(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
}
