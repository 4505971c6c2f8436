using System.Text.Json;
using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tests.Evidence;
using Edge.Ledger.Tests.Vectors;
using Edge.Testing;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Page;

/// <summary>Entries with their COSE receipt on the page: what edge-verify says, and no more than the log's own word.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageReceiptTests(PageBrowser browser)
{
    [PageFact]
    public async Task An_entry_with_its_receipt_has_the_sentence_that_edge_verify_gives_it()
    {
        var scene = new Scene();
        byte[] signed = Signed(scene, scene.Ph), altered = [.. signed[..^1], (byte)(signed[^1] ^ 1)];
        (string Name, byte[] Bytes, string Outcome)[] files =
            [("signed.cose", signed, "valid_but"), ("seal.cose", Signed(scene, scene.FirstSeal), "valid_but"), ("absent.cose", Signed(scene, scene.Absent), "valid_but"), ("altered.cose", altered, "invalid")];
        foreach (var (policy, isKnown) in new[] { (scene.Keys.PolicyText, true), (string.Join('\n', scene.Keys.PolicyText.Split('\n').Where(line => !line.StartsWith("log city.example/gw-1+", StringComparison.Ordinal))), false) })
        {
            using var folder = new TemporaryDirectory();
            await using var session = await browser.Open();
            await session.Trust(policy);
            await session.Check([.. files.Select(file => (file.Name, file.Bytes))]);
            await session.Settle();
            var verdicts = await session.Verdicts();
            var trusted = folder.Write("policy.txt", policy);
            foreach (var (file, verdict) in files.Zip(verdicts))
            {
                await File.WriteAllBytesAsync(folder.File(file.Name), file.Bytes);
                using var json = JsonDocument.Parse(ToolRun.Of(folder.File(file.Name), "--policy", trusted, "--json").Output);
                Assert.Equal(json.RootElement.GetProperty("sentence").GetString(), verdict.Sentence);
                Assert.Equal(isKnown ? file.Outcome : "invalid", verdict.Outcome);
            }
        }
    }

    [PageFact]
    public async Task What_is_no_receipt_and_a_receipt_without_its_entry_are_not_checked()
    {
        var vectors = VectorFile.Read("cose");
        var refused = vectors.GetProperty("refused_entries").EnumerateArray().Select(c => VectorFile.Bytes(c.GetProperty("file"))).ToArray();
        await using var session = await browser.Open();
        await session.Trust(new Scene().Keys.PolicyText);
        await session.Check([("alone.cose", VectorFile.Bytes(vectors.GetProperty("inclusion")[3].GetProperty("receipt"))), .. refused.Select((bytes, i) => ($"{i}.cose", bytes))]);
        await session.Settle();
        var verdicts = await session.Verdicts();
        Assert.Equal(Enumerable.Repeat("not_checked", refused.Length + 1), verdicts.Select(v => v.Outcome));
        Assert.Contains("a COSE receipt without what it is about", verdicts[0].Sentence, StringComparison.Ordinal);
    }

    private static byte[] Signed(Scene scene, ulong index) => SignedEntry.Issue(
        scene.Keys.Gateway, scene.Gateway.Checkpoint().Sign(scene.Keys.Gateway), index, scene.Gateway.Bytes(index), ProofBuilder.Inclusion(scene.Gateway.Tree, index, scene.Size)).ToBytes();
}
