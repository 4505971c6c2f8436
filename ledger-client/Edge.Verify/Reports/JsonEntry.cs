using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>One disclosed entry in the JSON report: index, kind and what it holds. Readings among the subjects have their own list.</summary>
internal static class JsonEntry
{
    public static void Write(Utf8JsonWriter json, ProvedEntry proved)
    {
        json.WriteStartObject();
        json.WriteNumber("index", proved.Index);
        Body(json, proved.Entry);
        json.WriteEndObject();
    }

    /// <summary>Kind and items.</summary>
    public static void Body(Utf8JsonWriter json, Entry entry)
    {
        if (entry is UnknownEntry unknown)
        {
            json.WriteString("kind", "unknown");
            json.WriteNumber("version", unknown.Version);
            json.WriteNumber("kind_number", unknown.KindNumber);
            return;
        }

        json.WriteString("kind", JsonReport.Snake(entry.Kind));
        Items(json, entry);
    }

    public static void Wall(Utf8JsonWriter json, string name, WallTime? wall)
    {
        if (wall is not { } time)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("seconds", time.Seconds);
        json.WriteNumber("uncertainty_ms", time.UncertaintyMilliseconds);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, Entry entry)
    {
        switch (entry)
        {
            case ReadingEntry reading:
                json.WriteString("channel", reading.Channel);
                break;
            case SealEntry seal:
                json.WriteNumber("first", seal.First);
                json.WriteNumber("last", seal.Last);
                json.WriteStartArray("counts");
                foreach (var count in new[] { seal.Counts.Good, seal.Counts.Uncertain, seal.Counts.Bad, seal.Counts.Absent })
                    json.WriteNumberValue(count);
                json.WriteEndArray();
                json.WriteNumber("from_ns", seal.From);
                json.WriteNumber("to_ns", seal.To);
                JsonProof.Hash(json, "previous", seal.Previous);
                Wall(json, "device_time", seal.Wall);
                json.WriteString("clock", JsonReport.Snake(seal.Clock));
                if (seal.Beacon is { } beacon)
                {
                    json.WriteNumber("block_height", beacon.Height);
                    JsonProof.Hash(json, "block_hash", beacon.Hash);
                }

                break;
            case GapEntry gap:
                json.WriteStartArray("channels");
                foreach (var channel in gap.Channels)
                    json.WriteStringValue(channel);
                json.WriteEndArray();
                Wall(json, "from", gap.From);
                Wall(json, "to", gap.To);
                json.WriteString("why", JsonReport.Snake(gap.Why));
                json.WriteString("detail", gap.Detail);
                break;
            case BootEntry boot:
                json.WriteString("boot_id", boot.BootId);
                json.WriteNumber("monotonic_ns", boot.Monotonic);
                json.WriteString("software", boot.Software);
                json.WriteString("key", boot.Key);
                json.WriteString("clock", JsonReport.Snake(boot.Clock));
                Wall(json, "device_time", boot.Wall);
                break;
            case ClockEntry clock:
                json.WriteNumber("monotonic_ns", clock.Monotonic);
                Wall(json, "before", clock.Before);
                Wall(json, "after", clock.After);
                json.WriteString("clock", JsonReport.Snake(clock.Clock));
                break;
            case ConfigurationEntry configuration:
                json.WriteString("channel", configuration.Channel);
                json.WriteString("definition", configuration.Definition);
                JsonProof.Hash(json, "file_sha256", configuration.File);
                json.WriteString("who", configuration.Who);
                break;
            case CalibrationEntry calibration:
                json.WriteString("channel", calibration.Channel);
                json.WriteString("date", calibration.Date);
                json.WriteString("certificate", calibration.Certificate);
                json.WriteString("who", calibration.Who);
                json.WriteString("coefficients", calibration.Coefficients);
                break;
            case EventEntry happened:
                json.WriteNumber("monotonic_ns", happened.Monotonic);
                json.WriteString("subject", happened.Subject);
                json.WriteString("text", happened.Text);
                json.WriteString("who", happened.Who);
                Wall(json, "device_time", happened.Wall);
                break;
        }
    }
}
