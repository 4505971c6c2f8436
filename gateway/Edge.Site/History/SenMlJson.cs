using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Site.History;

/// <summary>
/// Readings as SenML JSON (RFC 8428): the log's origin as base name, one record per reading that has a value and a time, in the order of time. SenML has no word for
/// quality: without being asked for another, only what is good is in it.
/// </summary>
internal static class SenMlJson
{
    public const string Type = "application/senml+json";

    /// <param name="origin">The log's name.</param>
    /// <param name="readings">The newest first.</param>
    public static void Write(Utf8JsonWriter json, string origin, IReadOnlyList<LoggedEntry> readings)
    {
        json.WriteStartArray();
        var isFirst = true;
        foreach (var (reading, time) in Told(readings).OrderBy(r => r.Time))
        {
            json.WriteStartObject();
            if (isFirst)
                json.WriteString("bn"u8, $"{origin}/");
            isFirst = false;
            json.WriteString("n"u8, reading.Channel);
            json.WriteString("u"u8, reading.Unit);
            json.WriteNumber("t"u8, time);
            json.WriteNumber("v"u8, reading.Value!.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(ReadingEntry Reading, double Time)> Told(IEnumerable<LoggedEntry> readings) =>
        from logged in readings
        let reading = logged.Entry as ReadingEntry
        where reading?.Value is { } value && double.IsFinite(value) && logged.At is not null
        select (reading, Math.Round(logged.At!.Value.Wall.Seconds, 6));
}
