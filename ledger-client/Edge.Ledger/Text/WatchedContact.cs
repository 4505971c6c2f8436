using System.Text.Json;

namespace Edge.Ledger.Text;

/// <summary>What a contact watches. Its readings are plain numbers: 1 while it is active, wet or open, else 0.</summary>
public enum WatchedContact
{
    Leak,
    Door,
    Tamper,
}

/// <summary>Finds out of a channel's definition whether its readings are a contact's state.</summary>
public static class ContactDefinition
{
    /// <param name="definition">JSON, as a configuration entry carries it.</param>
    /// <returns>Null when it is no contact's state, or cannot be read.</returns>
    public static WatchedContact? Of(string definition)
    {
        try
        {
            using var json = JsonDocument.Parse(definition);
            return Text(json.RootElement, "driver") != "contact" || Text(Member(json.RootElement, "channel"), "output") != "state" ? null
                : Text(Member(json.RootElement, "options"), "means") switch
                {
                    "leak" => WatchedContact.Leak,
                    "door" => WatchedContact.Door,
                    "tamper" => WatchedContact.Tamper,
                    _ => null,
                };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement Member(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
