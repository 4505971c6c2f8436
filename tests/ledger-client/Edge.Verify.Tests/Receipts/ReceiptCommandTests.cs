using System.Text.Json;
using System.Xml.Linq;
using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Receipts;

/// <summary>edge-verify on COSE receipts, as a process.</summary>
public sealed class ReceiptCommandTests(SceneFiles files) : IClassFixture<SceneFiles>
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private Scene Scene => files.Scene;

    private NoteSigner Log => Scene.Keys.Gateway;

    private SignedNote Checkpoint => Scene.Gateway.Checkpoint().Sign(Log);

    [Fact]
    public void An_entry_with_its_receipt_is_valid_and_no_more_is_claimed_than_the_logs_own_word()
    {
        var run = ToolRun.Of(files.Write("entry.cose", Signed(Scene.Ph).ToBytes()), "--policy", files.Policy);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            $"Valid, but it is the log's own word: a COSE receipt proves no time, and no department stands behind it. Entry {Scene.Ph} (reading tap3.ph: pH 7.21) is in the log",
            OneLine(run.Output),
            StringComparison.Ordinal);
        Assert.Contains($"as signed at {Scene.Size} entries.", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_alone_needs_its_entry()
    {
        var receipt = files.Write("receipt.cose", Inclusion(Scene.Ph).ToBytes());
        var entry = files.Write("entry.cbor", Scene.Gateway.Bytes(Scene.Ph));
        var other = files.Write("other.cbor", Scene.Gateway.Bytes(Scene.Last));

        Assert.Equal(0, ToolRun.Of(receipt, "-p", files.Policy, "--entry", entry).ExitCode);
        Assert.Equal(1, ToolRun.Of(receipt, "-p", files.Policy, "--entry", other).ExitCode);
        Assert.Contains($"about entry {Scene.Ph}, which is not in it", OneLine(NotChecked(receipt, "-p", files.Policy)), StringComparison.Ordinal);
        Assert.Contains("is not a log entry", OneLine(NotChecked(receipt, "-p", files.Policy, "--entry", receipt)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_of_consistency_needs_the_earlier_root()
    {
        var receipt = files.Write("growth.cose", Consistency(5).ToBytes());

        var run = ToolRun.Of(receipt, "-p", files.Policy, "--root", $"{Root(5)}");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("begins with the 5 entries under the root given", OneLine(run.Output), StringComparison.Ordinal);
        Assert.Equal(1, ToolRun.Of(receipt, "-p", files.Policy, "--root", $"{Root(6)}").ExitCode);
        Assert.Contains("the root you know at 5 entries", OneLine(NotChecked(receipt, "-p", files.Policy)), StringComparison.Ordinal);
        Assert.Contains("is not a root", OneLine(NotChecked(receipt, "-p", files.Policy, "--root", "AAAA")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_policy_does_not_know_proves_nothing()
    {
        var policy = files.Write("other-policy.txt", System.Text.Encoding.UTF8.GetBytes(new TestKeys(100).PolicyText));

        var run = ToolRun.Of(files.Write("entry.cose", Signed(Scene.Ph).ToBytes()), "--policy", policy);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"Invalid: the policy has no log key city.example/gw-1+{Log.Verifier.Id:x8}.", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_id_that_could_pass_for_the_sentence_stands_in_quotation_marks()
    {
        var text = System.Text.Encoding.Latin1.GetString(Signed(Scene.Ph).ToBytes()).Replace("city.example/gw-1+", "city, valid; gw 1+", StringComparison.Ordinal);
        var forged = files.Write("entry.cose", System.Text.Encoding.Latin1.GetBytes(text));

        Assert.StartsWith($"Invalid: the policy has no log key \"city, valid; gw 1\"+{Log.Verifier.Id:x8}.", OneLine(ToolRun.Of(forged, "-p", files.Policy).Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_is_taken_as_checkpoints_state_it_and_as_reports_do()
    {
        var receipt = files.Write("growth.cose", Consistency(5).ToBytes());
        var hex = Convert.ToHexStringLower(Root(5).Bytes);

        foreach (var root in new[] { $"{Root(5)}", hex, hex.ToUpperInvariant() })
            Assert.Equal(0, ToolRun.Of(receipt, "-p", files.Policy, "--root", root).ExitCode);
        Assert.Contains("is not a root", OneLine(NotChecked(receipt, "-p", files.Policy, "--root", hex[1..] + "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_file_is_invalid_or_unreadable_and_never_valid()
    {
        var good = Signed(Scene.Ph).ToBytes();
        var signature = files.Write("signature.cose", [.. good[..^1], (byte)(good[^1] ^ 1)]);
        var cut = files.Write("cut.cose", good[..^1]);

        var run = ToolRun.Of(signature, "-p", files.Policy);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has not signed the root", OneLine(run.Output), StringComparison.Ordinal);
        Assert.Contains("or is damaged", OneLine(NotChecked(cut, "-p", files.Policy)), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_belong_to_other_files_are_refused()
    {
        var entry = files.Write("entry.cose", Signed(Scene.Ph).ToBytes());

        Assert.Contains("no use for --entry", OneLine(NotChecked(entry, "-p", files.Policy, "--entry", entry)), StringComparison.Ordinal);
        Assert.Contains("no use for --root", OneLine(NotChecked(files.One, "-p", files.Policy, "--root", $"{Root(5)}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Valid, but it is the log's own word", "COSE receipt")]
    [InlineData("zh", "有效，但这只是日志自身的声明", "COSE 回执")]
    public void It_has_a_page_that_claims_no_more_than_the_terminal(string language, string sentence, string file)
    {
        var receipt = files.Write("receipt.cose", Inclusion(Scene.Ph).ToBytes());
        var (code, page) = Page(receipt, "--entry", files.Write("entry.cbor", Scene.Gateway.Bytes(Scene.Ph)), "--lang", language);

        Assert.Equal((0, "but"), (code, page.Descendants(Html + "header").Single().Attribute("class")!.Value));
        Assert.StartsWith(sentence, page.Descendants(Html + "h1").Single().Value, StringComparison.Ordinal);
        foreach (var part in new[] { "pH 7.21", file, "edge-verify receipt.cose --policy policy.txt --entry entry.cbor", Convert.ToHexStringLower(Root(Scene.Size).Bytes) })
            Assert.Contains(part, page.Value, StringComparison.Ordinal);
        var (grown, growth) = Page(files.Write("growth.cose", Consistency(5).ToBytes()), "--root", $"{Root(5)}");
        Assert.Equal(0, grown);
        Assert.Contains($"--root {Root(5)}", growth.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_on_what_is_not_proved_shows_nothing_of_it()
    {
        var good = Signed(Scene.Ph).ToBytes();
        var (code, page) = Page(files.Write("signature.cose", [.. good[..^1], (byte)(good[^1] ^ 1)]));

        Assert.Equal((1, "invalid"), (code, page.Descendants(Html + "header").Single().Attribute("class")!.Value));
        Assert.Contains("not_signed", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("7.21", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_in_Chinese_and_to_programs()
    {
        var entry = files.Write("entry.cose", Signed(Scene.Ph).ToBytes());

        Assert.StartsWith("有效，但这只是日志自身的声明", ToolRun.Of(entry, "-p", files.Policy, "--lang", "zh").Output, StringComparison.Ordinal);
        var json = JsonSerializer.Deserialize<JsonElement>(ToolRun.Of(entry, "-p", files.Policy, "--json").Output);
        Assert.Equal("edge-receipt/1", json.GetProperty("format").GetString());
        Assert.Equal("valid_but", json.GetProperty("outcome").GetString());
        Assert.Equal(Scene.Ph, json.GetProperty("index").GetUInt64());
        Assert.Equal(Scene.Size, json.GetProperty("size").GetUInt64());
        Assert.Equal(Convert.ToHexStringLower(Root(Scene.Size).Bytes), json.GetProperty("root").GetString());
        Assert.Equal(Convert.ToHexStringLower(Scene.Gateway.Bytes(Scene.Ph)), json.GetProperty("entry").GetString());
    }

    [Fact]
    public void It_names_the_bytes_it_is_about_as_evidence_does()
    {
        var receipt = files.Write("receipt.cose", Inclusion(Scene.Ph).ToBytes());
        var entry = files.Write("entry.cbor", Scene.Gateway.Bytes(Scene.Ph));
        string[] args = [receipt, "-p", files.Policy, "--entry", entry];

        var shown = OneLine(ToolRun.Of([.. args, "--full"]).Output);
        foreach (var path in new[] { receipt, entry, files.Policy })
            Assert.Contains($"{path}; SHA-256 {Digest(path)}", shown, StringComparison.Ordinal);
        var json = JsonSerializer.Deserialize<JsonElement>(ToolRun.Of([.. args, "--json"]).Output);
        var file = json.GetProperty("file");
        Assert.Equal((receipt, new FileInfo(receipt).Length, Digest(receipt)), (file.GetProperty("path").GetString(), file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()));
    }

    [Theory]
    [InlineData("en", "Of the keys in the policy file, this rests on the log's own alone", "All of this rests on")]
    [InlineData("zh", "以上结论仅以信任策略文件中该日志自身的公钥为依据", "以上结论均以")]
    public void It_rests_on_the_key_of_the_log_alone_and_says_so(string language, string alone, string all)
    {
        var (code, page) = Page(files.Write("entry.cose", Signed(Scene.Ph).ToBytes()), "--lang", language);
        var run = ToolRun.Of(files.Write("entry.cose", Signed(Scene.Ph).ToBytes()), "-p", files.Policy, "--lang", language);

        Assert.Equal((0, 0), (code, run.ExitCode));
        foreach (var text in new[] { OneLine(page.Value), Joined(run.Output, language) })
        {
            Assert.Contains(alone, text, StringComparison.Ordinal);
            Assert.DoesNotContain(all, text, StringComparison.Ordinal);
        }
    }

    private static string Digest(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>Chinese has no blanks where lines end.</summary>
    private static string Joined(string text, string language) => language == "zh" ? OneLine(text).Replace(" ", "", StringComparison.Ordinal) : OneLine(text);

    private SignedEntry Signed(ulong index) => SignedEntry.Issue(Log, Checkpoint, index, Scene.Gateway.Bytes(index), ProofBuilder.Inclusion(Scene.Gateway.Tree, index, Scene.Size));

    private InclusionReceipt Inclusion(ulong index) => InclusionReceipt.Issue(Log, Checkpoint, index, Scene.Gateway.Bytes(index), ProofBuilder.Inclusion(Scene.Gateway.Tree, index, Scene.Size));

    private ConsistencyReceipt Consistency(ulong old) => ConsistencyReceipt.Issue(Log, Checkpoint, old, Root(old), ProofBuilder.Consistency(Scene.Gateway.Tree, old, Scene.Size));

    private Hash32 Root(ulong size) => ProofBuilder.Root(Scene.Gateway.Tree, size);

    private (int Code, XElement Page) Page(string receipt, params string[] more)
    {
        var path = Path.Combine(files.Folder, "page.html");
        var run = ToolRun.Of([receipt, "-p", files.Policy, "--html", path, .. more]);
        Assert.True(File.Exists(path), run.All);
        return (run.ExitCode, XDocument.Load(path).Root!);
    }

    private static string NotChecked(params string[] args)
    {
        var run = ToolRun.Of(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        return run.Errors;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
