using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;

namespace Edge.Verify.Reports;

/// <summary>What the file shows of the readings' contexts: each configuration, calibration and clock correction once, under its leaf hash, in the order in which readings first name it.</summary>
internal static class JsonConditions
{
    public static void Write(Utf8JsonWriter json, IEnumerable<ProvedReading> readings)
    {
        var written = new HashSet<Hash32>();
        json.WriteStartArray("conditions");
        foreach (var reading in readings)
        {
            if (reading.Context is not { } context)
                continue;
            Write(context.Configuration, reading.Configuration);
            Write(context.Calibration, reading.Calibration);
            Write(context.Clock, reading.Clock);
        }

        json.WriteEndArray();

        void Write(in Hash32 leaf, Entry? entry)
        {
            if (entry is null || !written.Add(leaf))
                return;
            json.WriteStartObject();
            JsonProof.Hash(json, "leaf", leaf);
            JsonEntry.Body(json, entry);
            json.WriteEndObject();
            JsonReport.Pass(json);
        }
    }
}
