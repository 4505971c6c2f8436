using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
        { Form: SettingForm.Number } => Number(),
        { Form: SettingForm.Integer } => Quotable("integer"),
        { Form: SettingForm.Duration } => new() { ["type"] = "string", ["pattern"] = $"{Amount}(ns|us|ms|s|min|h|d)$" },
        { Form: SettingForm.Bytes } => new() { ["type"] = "string", ["pattern"] = $"{Amount}([kMGT]?B|[KMGT]iB)$" },
        { Allowed.Words: not null } => [],
        { Allowed.Pattern: { } pattern } => new() { ["type"] = Types(Regex.IsMatch("1", pattern), Regex.IsMatch("true", pattern)) },
        // A certificate's or a person's number needs no quotes.
        { IsNeeded: true } => new() { ["type"] = Types(true, true), ["minLength"] = 1 },
        _ => new() { ["type"] = Types(true, true, "null") },
    };

    /// <summary>A number, which may stand in quotes: then its limits are not looked at here.</summary>
    public static JsonObject Number() => Quotable("number");

    private static JsonObject Quotable(string type) => new() { ["type"] = new JsonArray(type, "string"), ["pattern"] = NumberText.Quoted };

    /// <summary>What YAML may take a text for that stands without quotes.</summary>
    private static JsonArray Types(bool isNumber, bool isWord, params string[] more) =>
        new([.. new[] { "string", isNumber ? "number" : null, isWord ? "boolean" : null }.Concat(more).OfType<string>().Select(t => (JsonNode?)JsonValue.Create(t))]);

    private static void Limit(JsonObject schema, Allowed allowed)
    {
        if (allowed.Low is { } low)
            schema[allowed.IsAbove ? "exclusiveMinimum" : "minimum"] = Number(low);
        if (allowed.High is { } high)
            schema["maximum"] = Number(high);
        if (allowed.Numbers is { } numbers)
        {
            schema.Clear();
            schema["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray([.. numbers.Select(Number)]) }, new JsonObject { ["type"] = "string", ["pattern"] = NumberText.Quoted });
        }

        if (allowed.Words is { } words)
            schema["enum"] = new JsonArray([.. words.Select(Value), .. words.Where(w => Value(w).GetValueKind() != JsonValueKind.String).Select(w => JsonValue.Create(w))]);
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
