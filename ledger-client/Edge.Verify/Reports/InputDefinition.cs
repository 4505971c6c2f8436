using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>A channel that another one's values depend on, as that one's definition carries it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">JSON; null where only the name is recorded, as before inputs were recorded with what depends on them.</param>
/// <param name="Calibration">What the configuration said of its calibration; null: nothing.</param>
/// <param name="IsElsewhere">Whether a calibration may stand under the channel itself alone.</param>
public sealed record InputDefinition(string Name, string? Definition, string? Calibration, bool IsElsewhere)
{
    /// <summary>In a definition: the inputs by name.</summary>
    public const string Inputs = "inputs";

    private const string CalibrationName = "calibration", KeepsCalibration = "keeps_calibration";
    private const int MaxDepth = 4;

    /// <summary>More than any formula takes: what is beyond is counted.</summary>
    public const int Most = 16;

    /// <summary>Each once, after them what they depend on themselves; none of a definition that cannot be read.</summary>
    public static IReadOnlyList<InputDefinition> Of(ConfigurationEntry? configuration)
    {
        try
        {
            using var json = JsonDocument.Parse(configuration?.Definition ?? "null");
            return [.. Of(json.RootElement, MaxDepth).DistinctBy(i => i.Name)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>Whether a channel is computed from others, and measures nothing itself.</summary>
    public static bool IsComputed(ConfigurationEntry? configuration)
    {
        try
        {
            using var json = JsonDocument.Parse(configuration?.Definition ?? "null");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("formula", out _);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What is said of the calibrations of some.</summary>
    public static string[] Calibrated(IReadOnlyList<InputDefinition> inputs, Phrases phrases) =>
        [.. inputs.Take(Most).Select(i => i.Calibrated(phrases)), .. inputs.Count > Most ? [phrases.Omitted(inputs.Count - Most)] : Array.Empty<string>()];

    /// <summary>Under which calibration it was: "calibration of main.ph: see its own evidence".</summary>
    private string Calibrated(Phrases phrases) => phrases.CalibrationOf(ShownText.Name(Name), (Calibration, IsElsewhere) switch
    {
        (null, true) => phrases.Word(Label.OwnEvidence),
        (null, false) => phrases.Word(Label.NoCalibration),
        ({ } calibration, true) => $"{Told(calibration, phrases)}{phrases.Semicolon}{phrases.Word(Label.OwnEvidence)}",
        ({ } calibration, false) => Told(calibration, phrases),
    });

    private static string Told(string calibration, Phrases phrases)
    {
        try
        {
            using var json = JsonDocument.Parse(calibration);
            return string.Join(phrases.Semicolon, new[]
            {
                Text(json.RootElement, "date"),
                Text(json.RootElement, "certificate") is { } certificate ? $"{phrases.Word(Label.Certificate)} {certificate}" : null,
                Text(json.RootElement, "who") is { } who ? $"{phrases.Word(Label.By)} {who}" : null,
                Text(json.RootElement, "result"),
            }.OfType<string>());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return calibration;
        }
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.ToString() : null;

    private static IEnumerable<InputDefinition> Of(JsonElement definition, int depth)
    {
        if (depth == 0 || definition.ValueKind != JsonValueKind.Object)
            yield break;
        if (!definition.TryGetProperty(Inputs, out var inputs) || inputs.ValueKind != JsonValueKind.Object)
        {
            foreach (var name in Named(definition))
                yield return new InputDefinition(name, null, null, IsElsewhere: true);
            yield break;
        }

        foreach (var input in inputs.EnumerateObject())
        {
            var isObject = input.Value.ValueKind == JsonValueKind.Object;
            yield return new InputDefinition(
                input.Name,
                input.Value.GetRawText(),
                isObject && input.Value.TryGetProperty(CalibrationName, out var calibration) ? calibration.GetRawText() : null,
                isObject && input.Value.TryGetProperty(KeepsCalibration, out _));
            foreach (var deeper in Of(input.Value, depth - 1))
                yield return deeper;
        }
    }

    /// <summary>Names of inputs where nothing more of them is recorded.</summary>
    private static IEnumerable<string> Named(JsonElement definition)
    {
        if (definition.TryGetProperty("of", out var of) && of.ValueKind == JsonValueKind.Array && definition.TryGetProperty("formula", out _))
        {
            foreach (var name in of.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String))
                yield return name.GetString()!;
        }

        if (definition.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Object
            && options.TryGetProperty("temperature_from", out var from) && from.ValueKind == JsonValueKind.String)
            yield return from.GetString()!;
    }
}
