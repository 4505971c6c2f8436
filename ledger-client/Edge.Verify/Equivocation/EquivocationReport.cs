using System.Security.Cryptography;
using System.Text.Json;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

/// <summary>The report on an accusation, for people and for programs.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record EquivocationReport(
    Arguments Asked, string Path, byte[] Bytes, byte[] PolicyBytes, TrustPolicy Policy, EquivocationVerdict Verdict, EquivocationPhrases Phrases)
{
    /// <summary>Whether this run wrote the file.</summary>
    public bool IsWritten { get; init; }

    private ExitCode Code => Verdict.IsProved ? ExitCode.Valid : ExitCode.Invalid;

    private Phrases Shared => Phrases.Shared;

    public string Sentence => ShownText.Clean(Verdict switch
    {
        { First: { } first, Second: { } second } => Phrases.Proved(
            Phrases.Log(first.Checkpoint!.Origin), first.Checkpoint.Size, second.Checkpoint!.Size, Names(first), Names(second)),
        _ => Phrases.NotProved(ReservationList.Sentence(Verdict.Fault!.Value, Shared)),
    });

    public (MemoryStream Report, ExitCode Code) Print(int width)
    {
        var report = new MemoryStream();
        if (Asked.Json)
        {
            Write(report);
        }
        else
        {
            using var writer = new StreamWriter(report, leaveOpen: true);
            Write(new ReportWriter(writer, width), new Instants(Asked.Zone, Shared));
        }

        return (report, Code);
    }

    private void Write(ReportWriter writer, Instants times)
    {
        writer.Paragraph(Sentence);
        if (IsAccusing && !IsWritten)
            writer.Paragraph(Phrases.Word(EquivocationLabel.NothingWritten));
        writer.Blank();
        if (Verdict is { First: { } first, Second: { } second })
        {
            writer.Field(Phrases.Word(EquivocationLabel.Log), first.Checkpoint!.Origin);
            Checkpoint(writer, times, EquivocationLabel.First, first);
            Checkpoint(writer, times, EquivocationLabel.Second, second);
        }

        if (Verdict.IsProved || !IsAccusing)
            writer.Field(Phrases.Word(IsWritten ? EquivocationLabel.Written : EquivocationLabel.File), $"{Path}{Shared.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(Bytes), Asked.Full)}");
        writer.Field(Shared.Word(Label.PolicyFile), $"{Asked.Policy}{Shared.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(PolicyBytes), Asked.Full)}");
        TrustSection.Write(writer, Policy, Shared, Asked.Full, TrustSection.Note(Verdict.IsProved));
    }

    private bool IsAccusing => Asked.Accuse is not null;

    private void Checkpoint(ReportWriter writer, Instants times, EquivocationLabel label, NoteCheck check)
    {
        writer.Field(Phrases.Word(label), $"{Phrases.Entries(check.Checkpoint!.Size)}{Shared.Semicolon}{Shortened.Hash(check.Checkpoint.Root, Asked.Full)}");
        if (check.Cosigners.Count == 0)
            writer.Field("", Phrases.Word(EquivocationLabel.AcceptedByNobody));
        foreach (var cosigner in check.Cosigners)
            writer.Field("", $"{times.Full(cosigner.Time)} {times.Zone}  {ShownText.Name(cosigner.Witness)}");
    }

    private string Names(NoteCheck check)
    {
        var names = check.Cosigners.Select(c => ShownText.Name(c.Witness)).ToArray();
        return names.Length == 0 ? "" : Shared.And(names[^1], names.SkipLast(1));
    }

    private void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Form);
        json.WriteStartObject();
        JsonReport.Head(json, "edge-equivocation/1", Verdict.IsProved ? "proved" : "not_proved", Code, Shared);
        json.WriteString("sentence", Sentence);
        json.WriteStartArray("findings");
        if (Verdict.Fault is { } fault)
            JsonReport.Finding(json, fault, Shared);
        json.WriteEndArray();
        if (Verdict.IsProved || !IsAccusing)
            JsonReport.File(json, "file", Path, Bytes);
        JsonReport.Policy(json, Asked.Policy, PolicyBytes, Policy);
        if (Verdict is { First: { } first, Second: { } second })
        {
            json.WriteString("origin", first.Checkpoint!.Origin);
            json.WriteStartArray("checkpoints");
            Checkpoint(json, first);
            Checkpoint(json, second);
            json.WriteEndArray();
        }

        JsonReport.End(json, output);
    }

    private static void Checkpoint(Utf8JsonWriter json, NoteCheck check)
    {
        json.WriteStartObject();
        json.WriteNumber("size", check.Checkpoint!.Size);
        JsonProof.Hash(json, "root", check.Checkpoint.Root);
        JsonProof.Cosigners(json, "accepted_by", check.Cosigners);
        json.WriteEndObject();
    }
}
