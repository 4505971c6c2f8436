using System.Text;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

/// <summary>The report for programs: one JSON object; see SPEC.md, Tile directories.</summary>
internal static class AuditJson
{
    public static void Write(Stream output, AuditReport report)
    {
        var result = report.Result;
        using var json = new Utf8JsonWriter(output, JsonReport.Form);
        json.WriteStartObject();
        json.WriteString("format", "edge-audit/1");
        json.WriteString("outcome", result.Outcome switch { Outcome.Valid => "valid", Outcome.ValidBut => "valid_but", _ => "invalid" });
        json.WriteNumber("exit_code", (int)report.ExitCode);
        json.WriteString("language", Languages.Code(report.Phrases.Shared.Language));
        json.WriteString("sentence", report.Sentence);
        json.WriteNumber("faults", result.FaultCount);
        json.WriteNumber("reservations", result.ReservationCount);
        Findings(json, report);
        Checkpoint(json, report);
        Entries(json, result);
        json.WriteStartObject("folder");
        json.WriteString("path", report.Asked.Evidence);
        json.WriteNumber("files", result.Folder.Files);
        json.WriteNumber("bytes", result.Folder.Bytes);
        json.WriteEndObject();
        JsonReport.Policy(json, report.Asked.Policy, report.PolicyBytes, report.Policy);
        JsonReport.End(json, output);
    }

    private static void Findings(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartArray("findings");
        foreach (var finding in report.Result.Findings)
        {
            json.WriteStartObject();
            json.WriteNumber("number", (int)finding.Code);
            json.WriteString("code", JsonReport.Snake(finding.Code));
            json.WriteBoolean("fault", finding.IsFault);
            if (finding.Path.Length > 0)
                json.WriteString("path", finding.Path);
            if (finding.FirstEntry is { } first)
                json.WriteNumber("first_entry", first);
            if (finding.Count > 0)
                json.WriteNumber("count", finding.Count);
            json.WriteString("detail", finding.Detail);
            if (finding.Cause != NoteFault.None)
                json.WriteString("cause", JsonReport.Snake(finding.Cause));
            json.WriteString("sentence", ShownText.Clean(report.Phrases.Finding(finding)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Checkpoint(Utf8JsonWriter json, AuditReport report)
    {
        var checkpoint = report.Result.Checkpoint;
        json.WriteStartObject("checkpoint");
        json.WriteString("origin", checkpoint.Origin);
        json.WriteNumber("size", checkpoint.Size);
        json.WriteString("root", Convert.ToHexStringLower(checkpoint.Root.Bytes));
        json.WriteEndObject();
        json.WriteStartArray("accepted_by");
        foreach (var cosigner in report.AcceptedBy)
        {
            json.WriteStartObject();
            json.WriteString("department", cosigner.Witness);
            json.WriteNumber("time", cosigner.Time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.NotAfter is { } time)
            json.WriteNumber("not_after", time);
        else
            json.WriteNull("not_after");
    }

    private static void Entries(Utf8JsonWriter json, AuditResult result)
    {
        json.WriteStartObject("entries");
        json.WriteNumber("checked", result.Checked);
        json.WriteNumber("first", result.Oldest);
        foreach (var kind in Enum.GetValues<EntryKind>())
            json.WriteNumber(JsonReport.Snake(kind), result.Review.Count(kind));
        json.WriteNumber("unknown", result.Review.UnknownEntries);
        json.WriteEndObject();
        json.WriteStartArray("channels");
        foreach (var channel in result.Review.Channels.Where(c => c.Readings > 0).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("channel", channel.Name);
            json.WriteString("unit", Encoding.UTF8.GetString(channel.Unit));
            json.WriteNumber("good", channel.Counts.Good);
            json.WriteNumber("uncertain", channel.Counts.Uncertain);
            json.WriteNumber("bad", channel.Counts.Bad);
            json.WriteNumber("absent", channel.Counts.Absent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
