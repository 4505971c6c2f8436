using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Entries;
using Edge.Verify.Reports;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

/// <summary>The report on an audited folder as a page to print.</summary>
public static class AuditPage
{
    private const int MaxChannels = 500;

    /// <param name="digest">Null when the checkpoint is refused: then nothing else was looked at, and the page is about the checkpoint alone.</param>
    public static void Write(Stream stream, AuditReport audit, FolderDigest? digest)
    {
        var (result, phrases) = (audit.Result, audit.Phrases.Shared);
        var note = result.Note.ToBytes();
        CheckedFile checkpoint = new(audit.Phrases.Word(AuditLabel.Checkpoint), "checkpoint", note.Length, SHA256.HashData(note));
        CheckedFile policy = new(phrases.Word(Label.PolicyFile), Path.GetFileName(audit.Asked.Policy), audit.PolicyBytes.Length, SHA256.HashData(audit.PolicyBytes));
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(audit.Asked.Evidence)));
        var head = new PageHead(
            audit.Phrases.Word(AuditLabel.Report), PageOutcomes.Of(result.Outcome), audit.Sentence,
            audit.Phrases.Word(digest is null ? AuditLabel.DigestOfCheckpoint : AuditLabel.DigestOfFolder), digest?.Sha256 ?? checkpoint.Digest);
        CheckedFile[] files = digest is null ? [] : [new(audit.Phrases.Word(AuditLabel.Folder), folder, digest.Bytes, digest.Sha256)];
        HtmlPage.Write(stream, head, phrases, html =>
        {
            Why(html, audit, head.Outcome == PageOutcome.Invalid ? AuditLabel.Refused : AuditLabel.Proved);
            Log(html, audit, folder);
            if (head.Outcome != PageOutcome.Invalid)
                Proved(html, audit);
            TrustPart.Write(html, audit.Policy, phrases, audit.Asked.Full, TrustSection.Note(head.Outcome != PageOutcome.Invalid));
            FilesPart.Write(
                html, [.. files, checkpoint, policy], FilesPart.Command(folder, policy.Name), phrases,
                digest is null ? null : (audit.Phrases.Word(AuditLabel.DigestHow), FolderDigest.Command(folder)));
            AppendixPart.Write(html, audit.Policy, Ledger.City.LogOrigin.TryParse(result.Checkpoint.Origin), phrases, audit.Asked.Full);
        });
    }

    private static void Why(HtmlWriter html, AuditReport audit, AuditLabel said)
    {
        var (result, phrases) = (audit.Result, audit.Phrases.Shared);
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Why), "why");
        html.Element("p", audit.Phrases.Word(said));
        List(PageLabel.Reason, [.. result.Findings.Where(f => f.IsFault)], result.FaultCount);
        List(PageLabel.Reservations, [.. result.Findings.Where(f => !f.IsFault)], result.ReservationCount);

        void List(PageLabel label, AuditFinding[] findings, ulong all)
        {
            var named = findings.Select(f => (audit.Phrases.Finding(f), $"{(int)f.Code} {JsonReport.Snake(f.Code)}"));
            if (all > 0)
                WhyPart.List(html, phrases.Word(label), named.Concat(audit.Omitted(all, findings.Length).Select(more => (more, ""))), phrases);
        }
    }

    private static void Log(HtmlWriter html, AuditReport audit, string folder)
    {
        var result = audit.Result;
        using var part = HtmlPage.Section(html, audit.Phrases.Word(AuditLabel.Log));
        using var facts = new Facts(html);
        if (result.Check.IsAccepted)
        {
            facts.Add(audit.Phrases.Word(AuditLabel.Log), result.Checkpoint.Origin);
            facts.Add(audit.Phrases.Word(AuditLabel.Entries), audit.Phrases.Entries(result.Checked, result.Checkpoint.Size));
            facts.AddHash(audit.Phrases.Shared.Word(PageLabel.Root), result.Checkpoint.Root.Bytes);
        }

        facts.Add(audit.Phrases.Word(AuditLabel.Folder), folder, audit.Phrases.Folder(result.Folder.Files, result.Folder.Bytes));
    }

    private static void Proved(HtmlWriter html, AuditReport audit)
    {
        var (review, phrases) = (audit.Result.Review, audit.Phrases.Shared);
        TimePart.Write(html, new ProvedInterval(null, audit.NotAfter), null, audit.Existed, audit.Times, phrases);
        using (HtmlPage.Section(html, phrases.Word(Label.AcceptedBy)))
            AcceptancePart.Departments(html, audit.Policy, audit.Result.Check.Cosigners, audit.Times, phrases, audit.Asked.Full);
        using var part = HtmlPage.Section(html, audit.Phrases.Word(AuditLabel.Entries));
        using (html.In("ul"))
        {
            foreach (var kind in Enum.GetValues<EntryKind>().Where(k => review.Count(k) > 0))
                html.Element("li", audit.Phrases.Kind(kind, review.Count(kind)));
        }

        Channels(html, audit, [.. review.Channels.Where(c => c.Readings > 0).OrderBy(c => c.Name, StringComparer.Ordinal)]);
    }

    private static void Channels(HtmlWriter html, AuditReport audit, ChannelTally[] channels)
    {
        var phrases = audit.Phrases.Shared;
        var most = audit.Asked.Full ? int.MaxValue : MaxChannels;
        using (var table = new Table(html, "channels", audit.Phrases.Word(AuditLabel.Channels), Phrases.Capitalized(phrases.Word(Label.Channel)), phrases.Word(PageLabel.Unit), Phrases.Capitalized(phrases.Word(Label.Quality))))
        {
            using var body = table.Body();
            foreach (var channel in channels.Take(most))
            {
                using var row = table.Row();
                table.Cell(channel.Name);
                table.Cell(ShownUnit.Of(Encoding.UTF8.GetString(channel.Unit)));
                table.Cell(audit.Phrases.Channel(channel.Counts));
            }
        }

        if (channels.Length > most)
            html.Element("p", phrases.LeftOut(channels.Length - most));
    }
}
