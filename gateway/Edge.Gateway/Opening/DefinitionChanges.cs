using System.Text.Json;
using Edge.Gateway.Configuration;
using Edge.Ledger.Text;

namespace Edge.Gateway.Opening;

/// <summary>What differs between two definitions of a channel, for people, by the names that the file has: <c>gain 4.096 → 2.048; period 500 ms → 1000 ms; main.flow: k_factor 450 → 225</c>.</summary>
internal static class DefinitionChanges
{
    private const int MostTold = 16;
    private const int LongestValue = 100;
    private const string NotSet = "(not set)", Recorded = "recorded";

    /// <param name="before">JSON, as a configuration entry carries it.</param>
    /// <param name="after">Likewise.</param>
    public static string Of(string before, string after)
    {
        try
        {
            using JsonDocument one = JsonDocument.Parse(before), other = JsonDocument.Parse(after);
            return Between(one.RootElement, other.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "what it was cannot be read";
        }
    }

    private static string Between(JsonElement before, JsonElement after)
    {
        var changes = Changes(before, after).ToList();
        return string.Join("; ", changes.Take(MostTold)) + (changes.Count > MostTold ? $"; and {changes.Count - MostTold} more" : "");
    }

    /// <summary>A channel's own settings, and behind them those of each of its inputs, after its name.</summary>
    private static IEnumerable<string> Changes(JsonElement before, JsonElement after)
    {
        var (own, others) = (Flat(before), Flat(after));
        var (inputs, otherInputs) = (Inputs(before), Inputs(after));
        return own.Keys.Union(others.Keys).Order(StringComparer.Ordinal)
            .Where(name => own.GetValueOrDefault(name) != others.GetValueOrDefault(name))
            .Select(name => Told(name, own.GetValueOrDefault(name), others.GetValueOrDefault(name)))
            .Concat(inputs.Keys.Union(otherInputs.Keys).Order(StringComparer.Ordinal).SelectMany(name => OfInput(inputs.TryGetValue(name, out var was) ? was : null, otherInputs.TryGetValue(name, out var isNow) ? isNow : null)
                .Select(change => $"{name}: {change}")));
    }

    private static IEnumerable<string> OfInput(JsonElement? before, JsonElement? after) => before is { } was && after is { } isNow
        ? Changes(was, isNow)
        : [$"definition {(before is null ? NotSet : Recorded)} → {(after is null ? NotSet : Recorded)}"];

    private static string Told(string name, string? was, string? isNow) =>
        $"{ShownSetting.Of(name, Shown(was)).English} → {ShownSetting.Of(name, Shown(isNow)).Value}";

    private static string Shown(string? value) => value switch
    {
        null => NotSet,
        { Length: > LongestValue } => $"{value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)]}...",
        _ => value,
    };

    private static Dictionary<string, JsonElement> Inputs(JsonElement definition) =>
        definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty(InputDefinitions.Inputs, out var inputs) && inputs.ValueKind == JsonValueKind.Object
            ? inputs.EnumerateObject().ToDictionary(i => i.Name, i => i.Value)
            : [];

    private static Dictionary<string, string> Flat(JsonElement definition)
    {
        var values = new Dictionary<string, string>();
        Flatten(definition, "", values);
        return values;
    }

    private static void Flatten(JsonElement element, string name, Dictionary<string, string> into)
    {
        if (element.ValueKind != JsonValueKind.Object)
            into[name] = element.ToString();
        else
            foreach (var property in element.EnumerateObject().Where(p => name.Length > 0 || p.Name != InputDefinitions.Inputs))
                Flatten(property.Value, name.Length == 0 ? property.Name : $"{name}.{property.Name}", into);
    }
}
