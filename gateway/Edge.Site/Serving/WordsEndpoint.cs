using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary><c>GET /api/v1/words</c>: the field's own words in both languages, so that the page says what every other program says.</summary>
internal static class WordsEndpoint
{
    public static Parameters Parameters { get; } = new();

    public static RequestDelegate Serve { get; } = Asking.With((context, _) => JsonAnswer.WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version"u8, 1);
        Write(json, "en", FieldWords.English);
        Write(json, "zh", FieldWords.Chinese);
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, string language, FieldWords words)
    {
        json.WriteStartObject(language);
        Array(json, "qualities", Enum.GetValues<Quality>().Select(words.Of));
        Array(json, "reasons", Enum.GetValues<Reason>().Select(words.Of));
        json.WriteStartObject("gaps"u8);
        foreach (var reason in Enum.GetValues<GapReason>())
            json.WriteString(reason.ToString(), words.Of(reason));
        json.WriteEndObject();
        json.WriteStartObject("contacts"u8);
        foreach (var contact in Enum.GetValues<WatchedContact>())
            Array(json, contact.ToString(), [words.Of(contact, isActive: false), words.Of(contact, isActive: true)]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
