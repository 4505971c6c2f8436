using System.Security.Cryptography;
using Edge.Ledger.City;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Verify.Reports;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

/// <summary>The report on a COSE receipt as a page to print. Of one that is not proved it shows nothing but why.</summary>
internal static class ReceiptPage
{
    public static void Write(Stream stream, ReceiptReport e)
    {
        var (phrases, shared) = (e.Phrases, e.Phrases.Shared);
        CheckedFile receipt = new(phrases.File, Path.GetFileName(e.Asked.Evidence), e.Bytes.Length, SHA256.HashData(e.Bytes));
        CheckedFile policy = new(shared.Word(Label.PolicyFile), Path.GetFileName(e.Asked.Policy), e.PolicyBytes.Length, SHA256.HashData(e.PolicyBytes));
        var isProved = e.Check.Fault == ReceiptFault.None;
        var head = new PageHead(phrases.Report, isProved ? PageOutcome.ValidBut : PageOutcome.Invalid, ShownText.Clean(e.Sentence), phrases.Digest, receipt.Digest);
        HtmlPage.Write(stream, head, shared, html =>
        {
            WhyPart.Write(
                html, head.Outcome, isProved ? phrases.Proved : shared.Word(PageLabel.WhyInvalid),
                [(isProved ? phrases.OwnWordOnly : e.Why, isProved ? "" : JsonReport.Snake(e.Check.Fault))], isProved ? "" : shared.Word(PageLabel.NothingShown), shared);
            if (isProved)
                Proved(html, e);
            TrustPart.Write(html, e.Policy, shared, e.Asked.Full, e.TrustNote);
            FilesPart.Write(html, [receipt, .. Entry(e), policy], Command(e, receipt.Name, policy.Name), shared);
            AppendixPart.Write(html, e.Policy, isProved ? LogOrigin.TryParse(e.Origin) : null, shared, e.Asked.Full);
        });
    }

    private static IEnumerable<CheckedFile> Entry(ReceiptReport e) => e.Asked.Entry is { } path && e.Check.Entry is { } entry
        ? [new CheckedFile(e.Phrases.Entry, Path.GetFileName(path), entry.Length, SHA256.HashData(entry.Span))]
        : [];

    private static string Command(ReceiptReport e, string receipt, string policy) => FilesPart.Command(receipt, policy)
        + (e.Asked.Entry is { } entry ? $" --entry {FilesPart.Quoted(Path.GetFileName(entry))}" : "")
        + (e.Asked.Root is { } root ? $" --root {root}" : "");

    private static void Proved(HtmlWriter html, ReceiptReport e)
    {
        var (phrases, shared) = (e.Phrases, e.Phrases.Shared);
        if (e.Check.Entry is { } bytes && Ledger.Entries.Entry.Decode(bytes.Span) is ReadingEntry reading)
            Measured(html, reading, e);
        using var part = HtmlPage.Section(html, shared.Word(PageLabel.Place));
        using var facts = new Facts(html);
        facts.Add(shared.Word(PageLabel.Checkpoint), shared.CheckpointOf(e.Origin, e.Check.Receipt.TreeSize));
        facts.AddHash(shared.Word(PageLabel.Root), e.Check.Root.Bytes);
        if (e.Check.Receipt is InclusionReceipt inclusion)
            facts.Add(shared.Word(Label.Entry), shared.Entries([inclusion.Index], 0));
        if (e.Check.Receipt is ConsistencyReceipt consistency)
            facts.Add(phrases.Earlier, shared.CheckpointOf(e.Origin, consistency.OldSize), $"{e.Asked.Root}");
        facts.Add(phrases.Key, e.Check.Receipt.KeyId);
    }

    private static void Measured(HtmlWriter html, ReadingEntry reading, ReceiptReport e)
    {
        var shared = e.Phrases.Shared;
        using var part = HtmlPage.Section(html, shared.Word(PageLabel.Measured));
        html.Element("p", e.Phrases.Value(reading, e.Asked.Full), ("class", "figure"));
        using var facts = new Facts(html);
        facts.Add(shared.Word(Label.Channel), reading.Channel);
        facts.Add(shared.Word(Label.Quality), shared.QualityAndReason(reading.Quality, reading.Reason));
        facts.Add(shared.Word(Label.DeviceTime), GatewaySection.Device(reading.Wall, new Instants(e.Asked.Zone, shared), shared));
        facts.Add(shared.Word(Label.Raw), reading.Raw is { } raw ? $"{raw}" : "-");
    }
}
