using System.Globalization;
using Edge.Ledger.City;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Findings in words: those of one code together, so that ten thousand readings do not make ten thousand sentences.</summary>
public static class ReservationList
{
    private const int Named = 3;

    public static IReadOnlyList<string> Sentences(Verdict verdict, Phrases phrases) =>
        [.. verdict.Findings.GroupBy(f => (f.Code, f.Cause)).Select(g => phrases.Finding(g.Key.Code, About([.. g], phrases), g.Key.Cause))];

    public static string Sentence(Finding finding, Phrases phrases) => phrases.Finding(finding.Code, About([finding], phrases), finding.Cause);

    private static string About(IReadOnlyList<Finding> findings, Phrases phrases)
    {
        var places = new List<ulong>();
        foreach (var finding in findings)
        {
            if (!IsAboutEntry(finding.Code) || !ulong.TryParse(finding.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                return ShownText.Name(Gateway(findings[0]));
            places.Add(index);
        }

        return phrases.Entries([.. places.Take(Named)], Math.Max(0, places.Count - Named));
    }

    /// <summary>Whether the detail is an entry's index, as section 14 of SPEC.md says; a name may consist of digits too.</summary>
    private static bool IsAboutEntry(FindingCode code) => code == FindingCode.ContextMismatch || (int)code >= 100;

    /// <summary>A gateway goes by its id in sentences, everything else by its whole name.</summary>
    private static string Gateway(Finding finding) =>
        finding.Code is FindingCode.GatewaySignature or FindingCode.NoQuorum && LogOrigin.TryParse(finding.Detail)?.GatewayId is { } id ? id : finding.Detail;
}
