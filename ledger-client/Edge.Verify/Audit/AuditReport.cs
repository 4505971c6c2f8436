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

    public Instants Times { get; } = new(Asked.Zone, Phrases.Shared);

    public ExitCode ExitCode => Result.Outcome == Outcome.Invalid ? ExitCode.Invalid : ExitCode.Valid;

    /// <summary>Who accepted the checkpoint; nobody that counts when the policy refuses it.</summary>
    public IReadOnlyList<Cosigner> AcceptedBy => Result.IsRefused ? [] : Result.Check.Cosigners;

    /// <summary>When a quorum had signed: everything existed by then.</summary>
    public ulong? NotAfter => TimeBounds.SignedBy(Policy, AcceptedBy);

    /// <summary>The verdict, reason first: the gravest.</summary>
    public string Sentence
    {
        get
        {
            return ShownText.Clean(Result.Outcome switch
            {
                Outcome.Invalid => Shared.Invalid(Faults(Phrases.Finding(Result.Gravest!))),
                Outcome.ValidBut => Shared.ValidBut([.. Result.Findings.Take(MaxInSentence).Select(Phrases.Finding), .. Omitted(Result.ReservationCount, MaxInSentence)], Claim),
                _ => Shared.Valid(Claim),
            });
        }
    }

    /// <summary>That there are more than are named; nothing when there are not.</summary>
    public IEnumerable<string> Omitted(ulong all, int named) => all > (ulong)named ? [Phrases.Omitted(all - (ulong)named)] : [];

    private string Faults(string gravest) => Result.FaultCount > 1 ? Phrases.AndMore(gravest, Result.FaultCount - 1) : gravest;

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
        writer.Field(Phrases.Word(AuditLabel.Folder), $"{Asked.Evidence}{Shared.Semicolon}{Phrases.Folder(Result.Folder.Files, Result.Folder.Bytes)}");
        writer.Field(Shared.Word(Label.PolicyFile), $"{Asked.Policy}{Shared.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(PolicyBytes), Asked.Full)}");
        TrustSection.Write(writer, Policy, Shared, Asked.Full, TrustSection.Note(Result.Outcome != Outcome.Invalid));
    }

    private void Findings(ReportWriter writer)
    {
        Listed(writer, Phrases.Word(AuditLabel.Faults), [.. Result.Findings.Where(f => f.IsFault)], Result.FaultCount);
        Listed(writer, Shared.Word(Label.Reservations), [.. Result.Findings.Where(f => !f.IsFault)], Result.ReservationCount);
    }

    private void Listed(ReportWriter writer, string label, List<AuditFinding> findings, ulong all)
    {
        var shown = Asked.Full ? findings.Count : Math.Min(findings.Count, MaxListed);
        foreach (var finding in findings.Take(shown))
        {
            writer.Field(label, Phrases.Finding(finding));
            label = "";
        }

        foreach (var omitted in Omitted(all, shown))
            writer.Field("", omitted);
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
            writer.Field(label, $"{$"{ShownText.Name(channel.Name)} {ShownUnit.Of(Encoding.UTF8.GetString(channel.Unit))}".TrimEnd()}{Shared.Colon}{Phrases.Channel(channel.Counts)}");
            label = "";
        }

        if (!Asked.Full && channels.Count > MaxListed)
            writer.Field("", Shared.Omitted(channels.Count - MaxListed));
    }
}
