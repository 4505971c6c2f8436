using System.Globalization;
using System.Text.Json;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>
/// A channel's definition, which is JSON for people and programs, as one line: "driver ezo-ph; bus i2c-1; address 0x63". What a reader asks for first stands first;
/// what the report says elsewhere is left out, and long fractions are rounded. What is not JSON is shown as it is, and so is JSON that escapes half a character (RFC 8259 section 8.2).
/// </summary>
public static class DefinitionText
{
    private const int MaxParts = 16;
    private const int MaxDigits = 9;
    private static readonly string[] First = ["driver", "bus", "address", "line", "channel.input", "channel.output", "channel.scale", "channel.low", "channel.high", "range"];
    private static readonly string[] Elsewhere = ["channel.name", "channel.unit", "unit"];

    public static string Of(string definition, Phrases phrases, bool full)
    {
        if (full)
            return definition;
        try
        {
            using var json = JsonDocument.Parse(definition);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return definition;
            var parts = Flatten(json.RootElement, "").Where(p => !Elsewhere.Contains(p.Name)).OrderBy(p => Place(p.Name)).ToArray();
            var shown = parts.Take(MaxParts).Select(p => $"{phrases.Key(p.Name[(p.Name.LastIndexOf('.') + 1)..])} {p.Value}");
            return string.Join(phrases.Semicolon, shown) + (parts.Length > MaxParts ? $"{phrases.Semicolon}..." : "");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return definition;
        }
    }

    private static int Place(string name) => Array.IndexOf(First, name) is >= 0 and var place ? place : First.Length;

    private static IEnumerable<(string Name, string Value)> Flatten(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Flatten(p.Value, name.Length == 0 ? p.Name : $"{name}.{p.Name}")),
        JsonValueKind.Null => [],
        JsonValueKind.Number => [(name, Rounded(element.GetRawText()))],
        _ => [(name, element.ToString())],
    };

    /// <summary>What has more digits than anyone compares by eye.</summary>
    private static string Rounded(string number) =>
        number.Length > MaxDigits && number.Contains('.', StringComparison.Ordinal) && double.TryParse(number, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? Figures.Value((int?)null, value)
            : number;
}
