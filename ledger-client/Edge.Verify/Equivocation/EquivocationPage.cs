using System.Security.Cryptography;
using Edge.Ledger.City;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Reports;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

/// <summary>The report on an accusation as a page to print. Of one that is not proved it shows nothing but why.</summary>
internal static class EquivocationPage
{
    public static void Write(Stream stream, EquivocationReport e)
    {
        var (phrases, shared) = (e.Phrases, e.Phrases.Shared);
        CheckedFile accusation = new(phrases.Word(EquivocationLabel.File), Path.GetFileName(e.Path), e.Bytes.Length, SHA256.HashData(e.Bytes));
        CheckedFile policy = new(shared.Word(Label.PolicyFile), Path.GetFileName(e.Asked.Policy), e.PolicyBytes.Length, SHA256.HashData(e.PolicyBytes));
        var isProved = e.Verdict.IsProved;
        var head = new PageHead(
            phrases.Word(EquivocationLabel.Report), isProved ? PageOutcome.FaultProved : PageOutcome.Invalid, e.Sentence, phrases.Word(EquivocationLabel.Digest), accusation.Digest)
        {
            Word = phrases.Word(isProved ? EquivocationLabel.Proved : EquivocationLabel.NotProved),
        };
        HtmlPage.Write(stream, head, shared, html =>
        {
            WhyPart.Write(html, head.Outcome, phrases.Word(isProved ? EquivocationLabel.Why : EquivocationLabel.WhyNot), Findings(e), isProved ? "" : shared.Word(PageLabel.NothingShown), shared);
            if (e.Verdict is { First: { } first, Second: { } second })
            {
                History(html, e, EquivocationLabel.First, first);
                History(html, e, EquivocationLabel.Second, second);
            }

            TrustPart.Write(html, e.Policy, shared, e.Asked.Full, TrustSection.Note(isProved));
            FilesPart.Write(html, [accusation, policy], FilesPart.Command(accusation.Name, policy.Name), shared);
            AppendixPart.Write(html, e.Policy, isProved ? LogOrigin.TryParse(e.Verdict.First!.Checkpoint!.Origin) : null, shared, e.Asked.Full);
        });
    }

    private static IEnumerable<(string Sentence, string Code)> Findings(EquivocationReport e) =>
        e.Verdict.Fault is { } fault ? [(ReservationList.Sentence(fault, e.Phrases.Shared), $"{(int)fault.Code} {JsonReport.Snake(fault.Code)}")] : [];

    private static void History(HtmlWriter html, EquivocationReport e, EquivocationLabel label, NoteCheck check)
    {
        var shared = e.Phrases.Shared;
        using var part = HtmlPage.Section(html, e.Phrases.Word(label));
        using (var facts = new Facts(html))
        {
            facts.Add(shared.Word(PageLabel.Checkpoint), shared.CheckpointOf(check.Checkpoint!.Origin, check.Checkpoint.Size));
            facts.AddHash($"{shared.Word(PageLabel.Root)}{shared.Colon}{e.Phrases.Word(label)}", check.Checkpoint.Root.Bytes);
        }

        AcceptancePart.Departments(html, e.Policy, check.Cosigners, new Instants(e.Asked.Zone, shared), shared, e.Asked.Full);
    }
}
