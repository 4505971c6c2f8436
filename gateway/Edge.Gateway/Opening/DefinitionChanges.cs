using System.Text.Json;

namespace Edge.Gateway.Opening;

/// <summary>What differs between two definitions of a channel, for people: <c>options.gain 4.096 → 2.048; period_ms 500 → 1000</c>.</summary>
internal static class DefinitionChanges
{
    private const int MostTold = 16;
    private const int LongestValue = 100;

    /// <param name="before">JSON, as a configuration entry carries it.</param>
    /// <param name="after">Likewise.</param>
    public static string Of(string before, string after)
    {
        try
        {
            using JsonDocument one = JsonDocument.Parse(before), other = JsonDocument.Parse(after);
            return Between(Flat(one.RootElement, ""), Flat(other.RootElement, ""));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "what it was cannot be read";
        }
    }

    private static string Between(SortedDictionary<string, string> before, SortedDictionary<string, string> after)
    {
        var changes = (
            from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            let pair = (Was: before.GetValueOrDefault(name), Is: after.GetValueOrDefault(name))
            where pair.Was != pair.Is
            select $"{name} {Shown(pair.Was)} → {Shown(pair.Is)}").ToList();
        return string.Join("; ", changes.Take(MostTold)) + (changes.Count > MostTold ? $"; and {changes.Count - MostTold} more" : "");
    }

    private static string Shown(string? value) => value switch
    {
        null => "(not set)",
        { Length: > LongestValue } => $"{value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)]}...",
        _ => value,
    };

    private static SortedDictionary<string, string> Flat(JsonElement element, string name)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flatten(element, name, values);
        return values;
    }

    private static void Flatten(JsonElement element, string name, SortedDictionary<string, string> into)
    {
        if (element.ValueKind != JsonValueKind.Object)
            into[name] = element.ToString();
        else
            foreach (var property in element.EnumerateObject())
                Flatten(property.Value, name.Length == 0 ? property.Name : $"{name}.{property.Name}", into);
    }
}
