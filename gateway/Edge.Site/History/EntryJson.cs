using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Site.Ports;
using Edge.Site.Serving;

namespace Edge.Site.History;

/// <summary>An entry of the log as an object of the API: index, kind, time, and what its kind has to say.</summary>
internal static class EntryJson
{
    public static void Write(Utf8JsonWriter json, LoggedEntry logged)
    {
        json.WriteStartObject();
        json.WriteNumber("index"u8, logged.Index);
        json.WriteString("kind"u8, Kind(logged.Entry.Kind));
        switch (logged.Entry)
        {
            case GapEntry gap:
                Gap(json, gap);
                break;
            case ReadingEntry reading:
                At(json, logged);
                Reading(json, reading);
                break;
            default:
                At(json, logged);
                Event(json, logged.Entry);
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>The word of the API for a quality.</summary>
    public static string Word(Quality quality) => quality switch
    {
        Quality.Good => "good",
        Quality.Uncertain => "uncertain",
        _ => "bad",
    };

    /// <summary>The word of the API for a kind.</summary>
    public static string Kind(EntryKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void At(Utf8JsonWriter json, LoggedEntry logged)
    {
        Time(json, "at"u8, logged.At?.Wall);
        if (logged.At is { } at)
        {
            json.WriteNumber("uncertaintyMs"u8, at.Wall.UncertaintyMilliseconds);
            json.WriteBoolean("recomputed"u8, at.IsRecomputed);
        }
    }

    private static void Time(Utf8JsonWriter json, ReadOnlySpan<byte> name, WallTime? time)
    {
        if (time is { } known)
            json.WriteString(name, Moments.Text(known.Seconds));
        else
            json.WriteNull(name);
    }

    private static void Reading(Utf8JsonWriter json, ReadingEntry reading)
    {
        json.WriteString("channel"u8, reading.Channel);
        json.WriteNumberOrNull("value"u8, reading.Value);
        json.WriteString("unit"u8, reading.Unit);
        if (reading.Raw is { } raw)
            json.WriteNumber("raw"u8, raw);
        else
            json.WriteNull("raw"u8);
        json.WriteString("quality"u8, Word(reading.Quality));
        json.WriteString("reason"u8, reading.Reason.ToString());
    }

    private static void Gap(Utf8JsonWriter json, GapEntry gap)
    {
        json.WriteStartArray("channels"u8);
        foreach (var channel in gap.Channels)
            json.WriteStringValue(channel);
        json.WriteEndArray();
        Time(json, "from"u8, gap.From);
        Time(json, "to"u8, gap.To);
        json.WriteString("why"u8, gap.Why.ToString());
        json.WriteString("text"u8, gap.Detail);
        json.WriteString("textZh"u8, ChineseGapText.Of(gap.Detail));
    }

    private static void Event(Utf8JsonWriter json, Entry entry)
    {
        var (subject, text, who) = entry switch
        {
            EventEntry e => (e.Subject, e.Text, e.Who),
            BootEntry boot => ("gateway", boot.Software, ""),
            ConfigurationEntry configuration => (configuration.Channel, configuration.Definition, configuration.Who),
            CalibrationEntry calibration => (calibration.Channel, $"{calibration.Date} {calibration.Certificate} {calibration.Coefficients}".Trim(), calibration.Who),
            ClockEntry => ("clock", "", ""),
            _ => ("", "", ""),
        };
        json.WriteString("subject"u8, subject);
        json.WriteString("text"u8, text);
        json.WriteString("who"u8, who);
        if (entry is EventEntry said)
        {
            json.WriteString("subjectZh"u8, ChineseEventText.Subject(said.Subject));
            json.WriteString("textZh"u8, ChineseEventText.Of(said.Text));
        }

        if (entry is not ClockEntry clock)
            return;
        Time(json, "before"u8, clock.Before);
        Time(json, "after"u8, clock.After);
        json.WriteString("source"u8, clock.Clock.ToString());
    }
}
