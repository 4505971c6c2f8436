using System.Text.Json;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Reports.Html;
using Edge.Verify.Tests.Audit;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Equivocation;

public sealed class AccuseCommandTests : IDisposable
{
    private readonly SceneFiles _files = new();

    private string Out => Path.Combine(_files.Folder, "accusation.edge");

    [Fact]
    public void Two_roots_of_one_size_become_a_proof_that_a_stranger_verifies()
    {
        var run = Accuse(_files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked(_files.Scene.Size).ToBytes()));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Proved: gateway gw-1 signed two histories of {_files.Scene.Size} entries that differ.", Joined(run), StringComparison.Ordinal);
        Assert.Contains("Written to", run.Output, StringComparison.Ordinal);
        var verified = ToolRun.Of(Out, "--policy", _files.Policy, "--lang", "zh");
        Assert.Equal(0, verified.ExitCode);
        Assert.StartsWith("已证明：网关 gw-1 签署了两份互不相同的历史", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_evidence_file_speaks_for_the_checkpoint_in_it(bool compact)
    {
        var evidence = compact ? _files.Write("one.edge", _files.Scene.CompactOne.ToBytes()) : _files.One;

        var run = Accuse(evidence, _files.Write("other", Forked(_files.Scene.Size).ToBytes()), "--json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(("edge-equivocation/1", "proved", "city.example/gw-1"), (Text(json, "format"), Text(json, "outcome"), Text(json, "origin")));
        var accepted = json.RootElement.GetProperty("checkpoints").EnumerateArray().Select(c => c.GetProperty("accepted_by").GetArrayLength()).Order();
        Assert.Equal([0, 3], accepted);
        Assert.True(new EquivocationVerifier(_files.Scene.Keys.Policy).Verify(File.ReadAllBytes(Out)).IsProved);
    }

    [Fact]
    public void The_whole_log_as_tiles_shows_that_a_smaller_checkpoint_was_of_another_history()
    {
        using var tiles = new AuditScene();
        var smaller = _files.Write("smaller", Forked(5).ToBytes());

        var run = ToolRun.Of("accuse", smaller, tiles.Folder, "--policy", tiles.Policy, "--out", Out);

        Assert.True(run.ExitCode == 0, run.All);
        Assert.Contains("one of 5 entries, and one of 615 entries that does not continue it", Joined(run), StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of(Out, "--policy", tiles.Policy).ExitCode);
    }

    [Fact]
    public void What_can_be_reconciled_or_is_not_shown_is_said_plainly_and_nothing_is_written()
    {
        var anchor = _files.Write("note", _files.Scene.Anchor.ToBytes());
        using var tiles = new AuditScene();

        AssertNot(Accuse(anchor, _files.One), "both show the same checkpoint of gateway gw-1: there is no contradiction");
        AssertNot(Accuse(anchor, _files.Write("smaller", Forked(5).ToBytes())), "have different sizes, and nothing given shows");
        AssertNot(Accuse(anchor, _files.Write("city", _files.Scene.FirstBlock.ToBytes())), "have no checkpoints of the same log");
        AssertNot(ToolRun.Of("accuse", tiles.Folder, tiles.Folder, "--policy", tiles.Policy, "--out", Out), "both show the same checkpoint");
    }

    [Fact]
    public void Of_an_evidence_file_given_twice_the_answer_is_about_the_gateway_and_not_about_the_citys_blocks_in_it()
    {
        AssertNot(Accuse(_files.Range, _files.Range), "both show the same checkpoint of gateway gw-1: there is no contradiction");
    }

    [Theory]
    [InlineData("one.edge", "there is already a file ", "已存在，指证文件不会覆盖它", "accusation_already_there")]
    [InlineData("", "the accusation cannot be written: ", "无法写入指证文件：", "accusation_is_directory")]
    [InlineData("none/a.edge", "the accusation cannot be written: ", "无法写入指证文件：", "accusation_no_folder")]
    public void An_accusation_that_cannot_be_written_is_called_one(string place, string english, string chinese, string code)
    {
        var (one, other) = (_files.Write("one.edge", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked(_files.Scene.Size).ToBytes()));
        string[] asked = ["accuse", one, other, "--policy", _files.Policy, "--out", Path.Combine(_files.Folder, place)];

        var run = ToolRun.Of(asked);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(english, run.Errors.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("report", run.All, StringComparison.Ordinal);
        Assert.Contains(chinese, ToolRun.Of([.. asked, "--lang", "zh"]).Errors.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ToolRun.Of([.. asked, "--json"]).Output);
        Assert.Equal(code, Text(json, "error"));
    }

    [Theory]
    [InlineData("taken.edge", "page.html", "taken.edge, which the accusation does not replace")]
    [InlineData("new.edge", "mine.html", "mine.html, and it is not a report of this program")]
    [InlineData("page.html", "page.html", "page.html, which the accusation does not replace")]
    [InlineData("new.edge", "./new.edge", "the page and the accusation cannot both be written to")]
    [InlineData("new.edge", "/dev/full", "No space left on device")]
    public void An_accusation_and_its_page_are_both_written_or_nothing_is_lost(string file, string page, string why)
    {
        string[] notes = [_files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked(_files.Scene.Size).ToBytes())];
        _files.Write("taken.edge", [1]);
        _files.Write("mine.html", [2]);
        _files.Write("page.html", [.. HtmlPage.Start, 3]);
        var before = Held();

        var run = ToolRun.Of(["accuse", .. notes, "--policy", _files.Policy, "--out", Path.Combine(_files.Folder, file), "--html", Path.Combine(_files.Folder, page)]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, run.Errors.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Equal(before, Held());

        SortedDictionary<string, string> Held() => new(Directory.GetFiles(_files.Folder).ToDictionary(f => f, f => Convert.ToHexString(File.ReadAllBytes(f))));
    }

    [Fact]
    public void A_contradiction_that_the_log_did_not_sign_is_not_written()
    {
        using var stranger = new NoteSigner("city.example/gw-1", KeyType.Ed25519, [.. Enumerable.Repeat((byte)99, 32)]);
        var forged = new Checkpoint(stranger.Name, _files.Scene.Size, TreeHasher.Sha256.Leaf([1])).Sign(stranger);

        var run = Accuse(_files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("forged", forged.ToBytes()));

        AssertNot(run, "does not carry the signature of gateway gw-1");
    }

    [Fact]
    public void Contradictions_that_nobody_signed_do_not_hide_the_one_that_proves()
    {
        using var unknown = new NoteSigner("city.example/gw-0", KeyType.Ed25519, [.. Enumerable.Repeat((byte)98, 32)]);
        SignedNote Unknown(byte root) => new Checkpoint(unknown.Name, 9, TreeHasher.Sha256.Leaf([root])).Sign(unknown);
        var size = _files.Scene.Size;

        var run = Accuse(
            WithBlocks("one", Unknown(1), Forged(size, 3), Forged(size, 4), Forged(5, 5)),
            WithBlocks("other", Unknown(2), Forged(size, 6), Forged(5, 7), Forked(size)));

        Assert.True(run.ExitCode == 0, run.All);
        Assert.Contains($"Proved: gateway gw-1 signed two histories of {size} entries that differ.", Joined(run), StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of(Out, "--policy", _files.Policy).ExitCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Thousands_of_forged_checkpoints_in_each_file_cost_no_more_than_their_number(int exitCode)
    {
        var one = WithBlocks("one", [.. Enumerable.Range(1001, 16_000).Select(i => Forged((ulong)i, 3)), Forked(60_000, 2)]);
        var other = WithBlocks("other", [.. Enumerable.Range(30_001, 16_000).Select(i => Forged((ulong)i, 3)), exitCode == 0 ? Forked(60_000) : Forged(60_001, 3)]);

        var run = await Task.Run(() => Accuse(one, other)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(run.ExitCode == exitCode, run.All);
    }

    [Fact]
    public void More_checkpoints_than_are_compared_are_refused_and_it_is_said()
    {
        var run = Accuse(WithBlocks("one", [.. Enumerable.Repeat(Forged(5, 1), 100_000)]), _files.Write("other", Forked(5).ToBytes()));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("at most 100000 are compared", run.All, StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_accusation_is_refused()
    {
        Accuse(_files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked(_files.Scene.Size).ToBytes()));
        var bytes = File.ReadAllBytes(Out);
        bytes[150] ^= 1;

        var run = ToolRun.Of(_files.Write("altered.edge", bytes), "--policy", _files.Policy);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("altered or damaged", Joined(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_where_nothing_can_be_made_is_said_in_words()
    {
        var run = ToolRun.Of("accuse", _files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked(_files.Scene.Size).ToBytes()), "--policy", _files.Policy, "--out", "/proc/x");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("IO_", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_line_is_explained()
    {
        Assert.Equal(2, ToolRun.Of("accuse", _files.One, "--policy", _files.Policy, "--out", Out).ExitCode);
        Assert.Contains("Add --out FILE", ToolRun.Of("accuse", _files.One, _files.One, "--policy", _files.Policy).All, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of(_files.One, "--policy", _files.Policy, "--out", Out).ExitCode);
        Assert.Equal(2, Accuse(_files.Policy, _files.One).ExitCode);
    }

    [Fact]
    public void A_slim_file_is_valid_but_and_says_what_is_not_shown()
    {
        var run = ToolRun.Of(_files.Write("slim.edge", _files.Scene.Slim.ToBytes()), "--policy", _files.Policy);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Valid, but the configuration or calibration of entry 10 is named only by its hash", Joined(run), StringComparison.Ordinal);
        Assert.Contains("shown in this file; SHA-256 ", Joined(run), StringComparison.Ordinal);
        Assert.DoesNotContain("no calibration recorded", Joined(run), StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private ToolRun Accuse(string one, string other, params string[] more) => ToolRun.Of(["accuse", one, other, "--policy", _files.Policy, "--out", Out, .. more]);

    private void AssertNot(ToolRun run, string why)
    {
        Assert.True(run.ExitCode == 1, run.All);
        Assert.StartsWith("Not proved: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(why, Joined(run), StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    /// <summary>A checkpoint of the gateway's own key over a history it shows nobody else.</summary>
    private SignedNote Forked(ulong size, byte root = 1) => new Checkpoint("city.example/gw-1", size, TreeHasher.Sha256.Leaf([root])).Sign(_files.Scene.Keys.Gateway);

    /// <summary>A checkpoint with a signature of the gateway's that is of something else.</summary>
    private SignedNote Forged(ulong size, byte root) =>
        new(new Checkpoint("city.example/gw-1", size, TreeHasher.Sha256.Leaf([root])).ToText(), Forked(4).Signatures);

    /// <summary>An evidence file that holds these notes.</summary>
    private string WithBlocks(string name, params SignedNote[] notes) =>
        _files.Write(name, (_files.Scene.One with { Blocks = [.. notes.Select(n => new ReadOnlyMemory<byte>(n.ToBytes()))] }).ToBytes());

    private static string Joined(ToolRun run) => string.Join(' ', run.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString()!;
}
