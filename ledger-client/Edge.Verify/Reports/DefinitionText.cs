using System.Text.Json;

namespace Edge.Verify.Reports;

/// <summary>A channel's definition, which is JSON for people and programs, as one line: "driver ezo-ph; address 0x63". What is not JSON is shown as it is.</summary>
public static class DefinitionText
{
    private const int MaxParts = 12;

    public static string Of(string definition, string semicolon, bool full)
    {
        if (full)
            return definition;
        try
        {
            using var json = JsonDocument.Parse(definition);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return definition;
            var parts = Flatten(json.RootElement, "").Take(MaxParts + 1).ToArray();
            return string.Join(semicolon, parts[..Math.Min(MaxParts, parts.Length)]) + (parts.Length > MaxParts ? $"{semicolon}..." : "");
        }
        catch (JsonException)
        {
            return definition;
        }
    }

    private static IEnumerable<string> Flatten(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Flatten(p.Value, name.Length == 0 ? p.Name : $"{name}.{p.Name}")),
        JsonValueKind.Null => [],
        _ => [$"{name} {element}"],
    };
}
