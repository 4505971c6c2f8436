using System.Text;
using System.Text.Json;
using Edge.Ledger;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests.Vectors;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Page;

/// <summary>Every vector of a file through the page in a browser: the verdict, its reasons and the whole sentence are those of edge-verify, in both languages.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageVectorTests(PageBrowser browser)
{
    [PageFact]
    public async Task Every_evidence_file_has_the_verdict_and_the_sentence_that_edge_verify_gives_it()
    {
        var vectors = VectorFile.Read("evidence");
        string[] policies = [.. vectors.GetProperty("policies").EnumerateArray().Select(p => p.GetString()!)];
        var checkedFiles = 0;
        foreach (var group in vectors.GetProperty("cases").EnumerateArray().GroupBy(c => c.GetProperty("policy").GetInt32()))
        {
            var cases = group.ToArray();
            await using var session = await browser.Open();
            await session.Trust(policies[group.Key]);
            await session.Check([.. cases.Select((c, i) => ($"{i}.edge", c.GetProperty("file").GetBytesFromBase64()))]);
            await session.Settle();
            await Compare(session, policies[group.Key], cases, Language.English);
            await session.Page.ClickAsync("#language");
            await Compare(session, policies[group.Key], cases, Language.Chinese);
            Assert.Empty(session.Complaints);
            Assert.Empty(session.Requests);
            checkedFiles += cases.Length;
        }

        Assert.True(checkedFiles > 190, $"only {checkedFiles} files were checked");
    }

    [PageFact]
    public async Task Every_accusation_is_proved_or_not_as_the_vectors_say()
    {
        var vectors = VectorFile.Read("equivocation");
        var cases = vectors.GetProperty("cases").EnumerateArray().ToArray();
        await using var session = await browser.Open();
        await session.Trust(vectors.GetProperty("policy").GetString()!);
        await session.Check([.. cases.Select((c, i) => ($"{i}.edge", c.GetProperty("file").GetBytesFromBase64()))]);
        await session.Settle();
        var verdicts = await session.Verdicts();
        Assert.Equal(cases.Length, verdicts.Length);
        Assert.All(cases.Zip(verdicts), pair =>
        {
            var (expected, found) = pair;
            var verdict = expected.GetProperty("verdict").GetString();
            Assert.Equal(verdict == "unreadable" ? "not_checked" : verdict, found.Outcome);
            int[] faults = expected.GetProperty("shown") is { ValueKind: JsonValueKind.Object } shown && shown.GetProperty("fault") is { ValueKind: JsonValueKind.Number } fault ? [fault.GetInt32()] : [];
            Assert.Equal(faults, found.Findings);
        });
    }

    private static async Task Compare(PageSession session, string policy, JsonElement[] cases, Language language)
    {
        var verdicts = await session.Verdicts();
        Assert.Equal(cases.Length, verdicts.Length);
        Assert.All(cases.Zip(verdicts), pair => Compare(pair.First, pair.Second, policy, language));
    }

    private static void Compare(JsonElement expected, PageVerdict found, string policy, Language language)
    {
        var about = $"{expected.GetProperty("name")}: {found.Sentence}";
        var verdict = expected.GetProperty("verdict").GetString()!;
        Assert.True((verdict == "unreadable" ? "not_checked" : verdict) == found.Outcome, about);
        if (verdict == "unreadable")
        {
            Assert.StartsWith(language == Language.Chinese ? "未作核验：" : "Not checked: ", found.Sentence, StringComparison.Ordinal);
            return;
        }

        var policyBytes = Encoding.UTF8.GetBytes(policy);
        var trust = TrustPolicy.Parse(policyBytes);
        var file = expected.GetProperty("file").GetBytesFromBase64();
        var judged = new EvidenceVerifier(trust).Verify(file);
        Assert.Equal(VerdictSentence.Of(new Examination(
            new Arguments("one.edge", "policy.txt", language, TimeSpan.Zero, false, false), file, policyBytes, trust, judged, Languages.Phrases(language))), found.Sentence);
        Assert.Equal(judged.Findings.Select(f => (f.Code, f.Cause)).Distinct().Select(f => (int)f.Code), found.Findings);
    }
}
