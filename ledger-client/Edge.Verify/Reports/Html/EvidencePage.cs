using System.Security.Cryptography;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>The report on an evidence file that a regulator prints for a case file. Of a file that is not proved it shows nothing but why.</summary>
public static class EvidencePage
{
    public static void Write(Stream stream, Examination e)
    {
        var digest = SHA256.HashData(e.EvidenceBytes);
        CheckedFile evidence = new(e.Phrases.Word(Label.EvidenceFile), Path.GetFileName(e.Asked.Evidence), e.EvidenceBytes.Length, digest);
        CheckedFile policy = new(e.Phrases.Word(Label.PolicyFile), Path.GetFileName(e.Asked.Policy), e.PolicyBytes.Length, SHA256.HashData(e.PolicyBytes));
        var head = new PageHead(e.Phrases.Word(PageLabel.Report), PageOutcomes.Of(e.Verdict.Outcome), VerdictSentence.Of(e), e.Phrases.Word(PageLabel.QrCode), digest);
        HtmlPage.Write(stream, head, e.Phrases, html =>
        {
            var isProved = head.Outcome != PageOutcome.Invalid;
            WhyPart.Write(
                html, head.Outcome, e.Phrases.Word(isProved ? PageLabel.Proved : PageLabel.WhyInvalid), Findings(e),
                isProved ? "" : e.Phrases.Word(PageLabel.NothingShown), e.Phrases);
            if (isProved)
                Proved(html, e);
            TrustPart.Write(html, e.Policy, e.Phrases, e.Asked.Full, TrustSection.Note(isProved));
            FilesPart.Write(html, [evidence, policy], FilesPart.Command(evidence.Name, policy.Name), e.Phrases);
            AppendixPart.Write(html, e.Policy, e.Verdict.Gateway, e.Phrases, e.Asked.Full);
        });
    }

    private static IEnumerable<(string Sentence, string Code)> Findings(Examination e) => ReservationList.Sentences(e.Verdict, e.Phrases)
        .Zip(e.Verdict.Findings.Select(f => (f.Code, f.Cause)).Distinct(), (sentence, f) => (sentence, $"{(int)f.Code} {JsonReport.Snake(f.Code)}"));

    private static void Proved(HtmlWriter html, Examination e)
    {
        MeasuredPart.Write(html, e);
        TimePart.Write(html, e);
        OthersPart.Write(html, e);
        AcceptancePart.Write(html, e);
        ConditionsPart.Write(html, e);
        SealsPart.Write(html, e);
        ReadingsTable.Write(html, e);
    }
}
