using System.Text.Json;
using Edge.Testing;

namespace Edge.Gateway.Tests.Configuration.Schema;

/// <summary>The schema file that lies beside the pages of settings.</summary>
internal static class PublishedSchema
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Programs.RepositoryRoot, "gateway", "Edge.Gateway", "Configuration", "gateway.schema.json"));

    public static EditorSchema Editor { get; } = new(Text);

    private static readonly JsonElement Root = JsonDocument.Parse(Text).RootElement;

    /// <summary>Every setting with its schema, under the section of the pages that it belongs to; words that a list's items are told apart by stand there once with all of them.</summary>
    public static IEnumerable<(string Section, string Name, JsonElement Schema)> Settings() =>
    [
        .. Of(Root, "", "").Where(s => s.Name != "derived" || s.Section.Length == 0),
        .. Root.GetProperty("$defs").EnumerateObject().Where(d => d.Name != "sensor").SelectMany(d => Of(d.Value, "sensors[]", "", driver: d.Name)),
        .. Of(Root.GetProperty("$defs").GetProperty("sensor"), "sensors[]", ""),
    ];

    private static IEnumerable<(string Section, string Name, JsonElement Schema)> Of(JsonElement mapping, string section, string prefix, string? driver = null)
    {
        foreach (var setting in mapping.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [])
        {
            if (!setting.Value.TryGetProperty("const", out _))
                yield return (section, prefix + setting.Name, setting.Value);
            foreach (var inner in Inside(setting.Value, driver is null ? setting.Name : driver, section, driver is null ? "" : setting.Name))
                yield return inner;
        }

        foreach (var variant in mapping.TryGetProperty("allOf", out var all) ? all.EnumerateArray().Select(v => v.GetProperty("then")).ToList() : [])
        {
            foreach (var setting in Of(variant, section, prefix, driver))
                yield return setting;
        }
    }

    /// <summary>The settings of a mapping or of a list's items.</summary>
    private static IEnumerable<(string Section, string Name, JsonElement Schema)> Inside(JsonElement schema, string name, string section, string part)
    {
        var place = part.Length > 0 ? name : section.Length == 0 ? name : $"{section}.{name}";
        if (schema.TryGetProperty("items", out var item) && (item.TryGetProperty("properties", out _) || item.TryGetProperty("allOf", out _)))
            return part.Length > 0 ? Of(item, place, $"{part}[].") : Of(item, $"{place}[]", "");
        if (schema.TryGetProperty("additionalProperties", out var each) && each.ValueKind == JsonValueKind.Object)
            return Of(each, $"{place}.<name>", "");
        return schema.TryGetProperty("properties", out _) ? Of(schema, place, part.Length > 0 ? $"{part}." : "") : [];
    }
}
