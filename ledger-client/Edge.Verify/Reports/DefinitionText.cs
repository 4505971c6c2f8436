using System.Globalization;
using System.Text.Json;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>
/// A channel's definition, which is JSON for people and programs, as one line: "driver ezo-ph; bus i2c-1; address 0x63". What a reader asks for first stands first,
/// where it is and then the rules by which its readings are doubted; what the report says elsewhere is left out, and long fractions are rounded.
/// What is not JSON is shown as it is, and so is JSON that escapes half a character (RFC 8259 section 8.2).
/// </summary>
public static class DefinitionText
{
    private const int MaxParts = 24;
    private const int MaxDigits = 9;

    private static readonly string[] First =
    [
        "driver", "bus", "address", "line", "device", "formula", "of", "channel.input", "channel.output", "channel.scale", "channel.low", "channel.high", "range",
        "rules.plausible_range", "rules.rate", "rules.flat_line_ms", "rules.flat_band", "rules.warm_up_ms", "alarm_low", "alarm_high", "alarm_deadband",
    ];

    private static readonly string[] Elsewhere = ["channel.name", "channel.unit", "unit", "keeps_calibration"];

    /// <summary>Told in lines of their own: <see cref="InputDefinition"/>.</summary>
    private static readonly string[] Apart = [InputDefinition.Inputs, "calibration"];

    /// <param name="full">All of it, as JSON with a blank after each comma and colon, where a line can be broken.</param>
    public static string Of(string definition, Phrases phrases, bool full)
    {
        try
        {
            using var json = JsonDocument.Parse(definition);
            if (full)
                return Spaced(definition);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return definition;
            var parts = json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Object || !Apart.Contains(p.Name)).SelectMany(p => Flatten(p.Value, p.Name)).Where(p => !Elsewhere.Contains(p.Name)).OrderBy(p => Place(p.Name)).ToArray();
            var shown = parts.Take(MaxParts).Select(p => phrases.Setting(ShownSetting.Of(p.Name, p.Value)));
            return string.Join(phrases.Semicolon, shown) + (parts.Length > MaxParts ? $"{phrases.Semicolon}{phrases.Omitted(parts.Length - MaxParts)}" : "");
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

    private static string Spaced(string json)
    {
        var spaced = new System.Text.StringBuilder(json.Length + (json.Length / 4));
        var isText = false;
        for (var i = 0; i < json.Length; i++)
        {
            spaced.Append(json[i]);
            if (isText && json[i] == '\\')
                spaced.Append(json[++i]);
            else if (json[i] == '"')
                isText = !isText;
            else if (!isText && json[i] is ',' or ':' && json[i + 1] is not (' ' or '\n' or '\r' or '\t'))
                spaced.Append(' ');
        }

        return spaced.ToString();
    }
}
