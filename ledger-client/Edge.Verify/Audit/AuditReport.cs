using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

/// <summary>An audit with all that its report needs, and the report for people: the sentence, then what it rests on.</summary>
public sealed record AuditReport(Arguments Asked, byte[] PolicyBytes, TrustPolicy Policy, AuditResult Result, AuditPhrases Phrases)
{
    private const int MaxListed = 20;
    private const int MaxInSentence = 3;

    public Instants Times { get; } = new(Asked.Zone);

    public ExitCode ExitCode => Result.Outcome == Outcome.Invalid ? ExitCode.Invalid : ExitCode.Valid;

    /// <summary>When a quorum had signed: everything existed by then.</summary>
    public ulong? NotAfter => TimeBounds.SignedBy(Policy, Result.Check.Cosigners);

    /// <summary>The verdict, reason first.</summary>
    public string Sentence
    {
        get
        {
            var findings = Result.Findings.Select(Phrases.Finding).ToArray();
            return ShownText.Clean(Result.Outcome switch
            {
                Outcome.Invalid => Shared.Invalid(Result.FaultCount > 1 ? Phrases.AndMore(findings[0], Result.FaultCount - 1) : findings[0]),
                Outcome.ValidBut => Shared.ValidBut([.. findings.Take(MaxInSentence), .. findings.Length > MaxInSentence ? [Phrases.Omitted((ulong)(findings.Length - MaxInSentence))] : Array.Empty<string>()], Claim),
                _ => Shared.Valid(Claim),
            });
        }
    }

    private Phrases Shared => Phrases.Shared;

    public string Existed => Shared.Existed(null, NotAfter is { } time ? Times.Full(time) : null, Times.Zone);

    private string Claim => Phrases.Claim(
        Result.Checked, LogOrigin.Parse(Result.Checkpoint.Origin).GatewayId!, Existed, Result.Check.Cosigners.Count, Policy.Witnesses.Count);

    public void Write(ReportWriter writer)
    {
        writer.Paragraph(Sentence);
        writer.Blank();
        Findings(writer);
        if (Result.Check.IsAccepted)
        {
            writer.Field(Phrases.Word(AuditLabel.Log), Result.Checkpoint.Origin);
            writer.Field(Phrases.Word(AuditLabel.Checkpoint), $"{Phrases.Entries(Result.Checked, Result.Checkpoint.Size)}{Shared.Semicolon}{Shortened.Hash(Result.Checkpoint.Root, Asked.Full)}");
        }

        if (Result.Outcome != Outcome.Invalid)
            Proved(writer);
        writer.Field(Phrases.Word(AuditLabel.Folder), $"{Asked.Evidence}{Shared.Semicolon}{Phrases.Folder(Result.Files, Result.Bytes)}");
        writer.Field(Shared.Word(Label.PolicyFile), $"{Asked.Policy}{Shared.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(PolicyBytes), Asked.Full)}");
        TrustSection.Write(writer, Policy, Shared, Asked.Full);
    }

    private void Findings(ReportWriter writer)
    {
        Listed(writer, Phrases.Word(AuditLabel.Faults), [.. Result.Findings.Where(f => f.IsFault)], Result.FaultCount);
        var reservations = Result.Findings.Where(f => !f.IsFault).ToList();
        Listed(writer, Shared.Word(Label.Reservations), reservations, (ulong)reservations.Count);
    }

    private void Listed(ReportWriter writer, string label, List<AuditFinding> findings, ulong all)
    {
        var shown = Asked.Full ? findings.Count : Math.Min(findings.Count, MaxListed);
        foreach (var finding in findings.Take(shown))
        {
            writer.Field(label, Phrases.Finding(finding));
            label = "";
        }

        if (all > (ulong)shown)
            writer.Field("", Phrases.Omitted(all - (ulong)shown));
    }

    private void Proved(ReportWriter writer)
    {
        writer.Field(Shared.Word(Label.ProvedTime), Existed);
        var label = Shared.Word(Label.AcceptedBy);
        foreach (var cosigner in Result.Check.Cosigners)
        {
            writer.Field(label, $"{Times.Full(cosigner.Time)} {Times.Zone}  {ShownText.Name(cosigner.Witness)}");
            label = "";
        }

        var kinds = Enum.GetValues<EntryKind>().Where(k => Result.Review.Count(k) > 0).Select(k => Phrases.Kind(k, Result.Review.Count(k)));
        writer.Field(Phrases.Word(AuditLabel.Entries), string.Join(Shared.Semicolon, kinds.DefaultIfEmpty(Shared.Word(Label.None))));
        label = Phrases.Word(AuditLabel.Channels);
        var channels = Result.Review.Channels.Where(c => c.Readings > 0).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        foreach (var channel in Asked.Full ? channels : channels.Take(MaxListed))
        {
            writer.Field(label, $"{ShownText.Name(channel.Name)} {Figures.Unit(Encoding.UTF8.GetString(channel.Unit))}{Shared.Colon}{Phrases.Channel(channel.Counts)}");
            label = "";
        }

        if (!Asked.Full && channels.Count > MaxListed)
            writer.Field("", Shared.Omitted(channels.Count - MaxListed));
    }
}
