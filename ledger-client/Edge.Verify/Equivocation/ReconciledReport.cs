using System.Text.Json;
using Edge.Ledger.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;

namespace Edge.Verify.Equivocation;

/// <summary>No accusation: what was found instead, in a sentence.</summary>
/// <param name="Log">The origin it is about; empty when there is none.</param>
internal sealed record ReconciledReport(Arguments Asked, Reconciliation Relation, string Log, EquivocationPhrases Phrases)
{
    public (MemoryStream Report, ExitCode Code) Print(int width)
    {
        var report = new MemoryStream();
        var sentence = ShownText.Clean(Phrases.NotProved(Phrases.Relation(Relation, Phrases.Log(Log))));
        if (!Asked.Json)
        {
            using var writer = new StreamWriter(report, leaveOpen: true);
            var text = new ReportWriter(writer, width);
            text.Paragraph(sentence);
            text.Paragraph(Phrases.Word(EquivocationLabel.NothingWritten));
            return (report, ExitCode.Invalid);
        }

        using var json = new Utf8JsonWriter(report, JsonReport.Form);
        json.WriteStartObject();
        JsonReport.Head(json, "edge-equivocation/1", "not_proved", ExitCode.Invalid, Phrases.Shared);
        json.WriteString("sentence", sentence);
        json.WriteString("relation", JsonReport.Snake(Relation));
        JsonReport.End(json, report);
        return (report, ExitCode.Invalid);
    }
}
