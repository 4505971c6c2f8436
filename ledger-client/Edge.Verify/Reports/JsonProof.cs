using System.Text.Json;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Policies;

namespace Edge.Verify.Reports;

/// <summary>The part of the JSON report that is there when the file is proved.</summary>
internal static class JsonProof
{
    public static void Write(Utf8JsonWriter json, Examination e)
    {
        var verdict = e.Verdict;
        json.WriteStartObject("gateway");
        json.WriteString("origin", verdict.Gateway!.ToString());
        json.WriteString("city", verdict.Gateway.City);
        json.WriteString("id", verdict.Gateway.GatewayId);
        json.WriteEndObject();
        Checkpoint(json, "checkpoint", verdict.Receipt!.Accepted);
        Cosigners(json, "accepted_by", verdict.AcceptedBy);
        var (notBefore, notAfter) = e.Interval;
        Time(json, "not_before", notBefore);
        Time(json, "not_after", notAfter);
        Block(json, e);
        json.WriteStartArray("complete");
        foreach (var run in verdict.Complete)
        {
            json.WriteStartObject();
            json.WriteNumber("first", run.First);
            json.WriteNumber("last", run.Last);
            json.WriteNumber("count", run.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonConditions.Write(json, verdict.Readings);
        json.WriteStartArray("readings");
        foreach (var reading in verdict.Readings)
        {
            Reading(json, reading, e.Displayed.Of(reading));
            JsonReport.Pass(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("entries");
        foreach (var entry in verdict.Entries)
        {
            JsonEntry.Write(json, entry);
            JsonReport.Pass(json);
        }

        json.WriteEndArray();
    }

    private static void Block(Utf8JsonWriter json, Examination e)
    {
        var block = e.Verdict.Receipt!.Block;
        Checkpoint(json, "block", block.Block);
        Hash(json, "block_hash", block.BlockHash);
        Time(json, "block_signed_by", TimeBounds.SignedBy(e.Policy, block.Block.Cosigners));
        Cosigners(json, "block_cosigned_by", block.Block.Cosigners);
    }

    private static void Checkpoint(Utf8JsonWriter json, string name, NoteCheck check)
    {
        json.WriteStartObject(name);
        json.WriteString("origin", check.Checkpoint!.Origin);
        json.WriteNumber("size", check.Checkpoint.Size);
        Hash(json, "root", check.Checkpoint.Root);
        json.WriteEndObject();
    }

    internal static void Cosigners(Utf8JsonWriter json, string name, IReadOnlyList<Cosigner> cosigners)
    {
        json.WriteStartArray(name);
        foreach (var cosigner in cosigners)
        {
            json.WriteStartObject();
            json.WriteString("department", cosigner.Witness);
            json.WriteNumber("time", cosigner.Time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Reading(Utf8JsonWriter json, ProvedReading proved, ShownTime? shown)
    {
        var reading = proved.Reading;
        json.WriteStartObject();
        json.WriteNumber("index", proved.Index);
        json.WriteString("channel", reading.Channel);
        json.WriteString("unit", reading.Unit);
        if (reading.Value is { } value)
            json.WriteNumber("value", value);
        else
            json.WriteNull("value");
        if (reading.Raw is { } raw)
            json.WriteNumber("raw", raw);
        else
            json.WriteNull("raw");
        json.WriteString("quality", JsonReport.Snake(reading.Quality));
        json.WriteString("reason", JsonReport.Snake(reading.Reason));
        json.WriteNumber("monotonic_ns", reading.Monotonic);
        json.WriteString("boot_id", proved.Boot?.BootId.ToString());
        JsonEntry.Wall(json, "device_time", reading.Wall);
        JsonEntry.Wall(json, "recomputed_time", shown is { IsRecomputed: true } recomputed ? recomputed.Wall : null);
        Time(json, "not_before", proved.NotBefore);
        Time(json, "not_after", proved.NotAfter);
        Context(json, proved.Context);
        json.WriteEndObject();
    }

    /// <summary>What gave the reading its meaning, by leaf hash: also where it is not shown.</summary>
    private static void Context(Utf8JsonWriter json, ReadingContext? context)
    {
        if (context is not { } opened)
        {
            json.WriteNull("context");
            return;
        }

        json.WriteStartObject("context");
        foreach (var (name, leaf) in new[] { ("boot", opened.Boot), ("configuration", opened.Configuration), ("calibration", opened.Calibration), ("clock_correction", opened.Clock), ("seal", opened.Seal) })
        {
            if (leaf == default)
                json.WriteNull(name);
            else
                Hash(json, name, leaf);
        }

        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, string name, ulong? seconds)
    {
        if (seconds is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    internal static void Hash(Utf8JsonWriter json, string name, Hash32 hash) => json.WriteString(name, Convert.ToHexStringLower(hash.Bytes));
}
