using System.Text.Json;
using Edge.Site.Ports;

namespace Edge.Site.History;

/// <summary>A page of the log's past as an object of the API.</summary>
internal static class PageJson
{
    public static void Write(Utf8JsonWriter json, LogPage page)
    {
        json.WriteStartObject();
        json.WriteNumber("version"u8, 1);
        json.WriteStartArray("items"u8);
        foreach (var entry in page.Entries)
            EntryJson.Write(json, entry);
        json.WriteEndArray();
        Optional(json, "next"u8, page.Next);
        Optional(json, "evictedBelow"u8, page.EvictedBelow);
        json.WriteNumber("damaged"u8, page.Damaged);
        json.WriteStartObject("log"u8);
        json.WriteNumber("oldest"u8, page.Marks.Oldest);
        json.WriteNumber("anchored"u8, page.Marks.Anchored);
        json.WriteNumber("sealed"u8, page.Marks.Sealed);
        json.WriteNumber("size"u8, page.Marks.Size);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, ulong? index)
    {
        if (index is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
