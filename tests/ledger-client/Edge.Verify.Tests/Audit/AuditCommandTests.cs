using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Verify.Audit;
using Edge.Verify.Tests.Commands;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Audit;

public sealed class AuditCommandTests : IDisposable
{
    private readonly AuditScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void The_verdict_is_a_sentence_in_the_readers_language()
    {
        var english = Run();
        Assert.Equal(0, english.ExitCode);
        Assert.StartsWith(
            "Valid. All 615 entries of gateway gw-1 in this folder are the ones that its checkpoint covers; existed not after 2026-11-20 18:40:02 (UTC); accepted by 4 of 4 departments.",
            OneLine(english), StringComparison.Ordinal);
        Assert.Contains("main.pressure.3 bar: 57 good, 0 uncertain, 0 bad", OneLine(english), StringComparison.Ordinal);
        Assert.Contains("reading: 567; seal: 4; gap: 1", OneLine(english), StringComparison.Ordinal);
        Assert.Contains("water, energy, environment, justice", OneLine(english), StringComparison.Ordinal);

        var chinese = Run("--lang", "zh");
        Assert.StartsWith("有效。此目录中网关 gw-1 的全部 615 条日志条目均为其检查点所涵盖者；", chinese.Output.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_named_by_its_file_and_its_entries()
    {
        _scene.Flip("tile/entries/001", 40);
        File.Delete(_scene.At("tile/entries/002" + AuditScene.Partial));

        var run = Run();

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Invalid: entry 256 in tile/entries/001 is not the one that was logged; and 1 more fault.", OneLine(run), StringComparison.Ordinal);
        Assert.Contains("tile/entries/002.p/103 is missing; entries 512 to 614 could not be checked", OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gravest_fault_leads()
    {
        File.Delete(_scene.At("tile/0/000"));
        _scene.Flip("tile/entries/001", 40);

        Assert.StartsWith("Invalid: entry 256 in tile/entries/001 is not the one that was logged; and 1 more fault.", OneLine(Run()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_listed_is_counted()
    {
        for (var i = 0; i < 130; i++)
            File.WriteAllText(_scene.At($"tile/extra-{i}"), "x");

        var run = Run();
        Assert.Contains("... 127 more ...", OneLine(run), StringComparison.Ordinal);
        Assert.Contains("... 110 more ...", OneLine(run), StringComparison.Ordinal);
        Assert.Contains("... 30 more ...", OneLine(Run("--full")), StringComparison.Ordinal);
        Assert.Equal(130, JsonDocument.Parse(Run("--json").Output).RootElement.GetProperty("reservations").GetInt32());
    }

    [Theory]
    [InlineData("en", "these are evidence files")]
    [InlineData("zh", "其中是证据文件")]
    public void A_folder_of_evidence_files_is_not_taken_for_a_log(string language, string said)
    {
        File.Delete(_scene.At("checkpoint"));
        File.WriteAllText(_scene.At("b.edge"), "");
        File.WriteAllText(_scene.At("a.edge"), "");

        var run = Run("--lang", language);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, OneLine(run), StringComparison.Ordinal);
        Assert.Contains("a.edge", run.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Of_a_log_that_is_not_as_it_was_only_what_was_checked_is_said(string language)
    {
        _scene.Flip("tile/entries/001", 40);

        var output = Run("--lang", language).Output;

        Assert.Contains("614", output, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-11-20", output, StringComparison.Ordinal);
        Assert.DoesNotContain("main.pressure", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "could not be checked", "entry is left unchecked")]
    [InlineData("zh", "无法查验", "并未因此")]
    public void A_missing_file_is_said_to_leave_no_entry_unchecked_only_if_it_does_not(string language, string unchecked_, string mended)
    {
        File.Delete(_scene.At("tile/1/000.p/2"));
        var whole = Run("--lang", language).Output;
        Assert.DoesNotContain(unchecked_, OneLine(whole), StringComparison.Ordinal);
        Assert.Contains(mended, OneLine(whole), StringComparison.Ordinal);

        _scene.Flip("tile/0/000", 40);
        _scene.Flip("tile/entries/001", 40);
        var none = Run("--lang", language).Output;
        Assert.Contains(unchecked_, OneLine(none), StringComparison.Ordinal);
        Assert.DoesNotContain(mended, OneLine(none), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_reads_one_JSON_object()
    {
        File.Delete(_scene.At("tile/entries/000"));
        var run = Run("--json");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;

        Assert.Equal(("edge-audit/1", "valid_but", 0), (root.GetProperty("format").GetString(), root.GetProperty("outcome").GetString(), run.ExitCode));
        Assert.Equal((359UL, 256UL), (root.GetProperty("entries").GetProperty("checked").GetUInt64(), root.GetProperty("entries").GetProperty("first").GetUInt64()));
        Assert.Equal((110, "pruned", false, 256UL), root.GetProperty("findings")[0] is var f
            ? (f.GetProperty("number").GetInt32(), f.GetProperty("code").GetString(), f.GetProperty("fault").GetBoolean(), f.GetProperty("first_entry").GetUInt64()) : default);
        Assert.Equal(615UL, root.GetProperty("checkpoint").GetProperty("size").GetUInt64());
        Assert.Equal(4, root.GetProperty("accepted_by").GetArrayLength());
        Assert.Equal(10, root.GetProperty("channels").GetArrayLength());
    }

    [Fact]
    public void A_folder_without_a_checkpoint_is_not_checked()
    {
        File.Delete(_scene.At("checkpoint"));

        var run = Run();

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("a folder to be audited has its checkpoint in it", OneLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_and_label_has_its_own_words_in_both_languages()
    {
        foreach (var phrases in new[] { AuditPhrases.Of(new EnglishPhrases()), AuditPhrases.Of(new ChinesePhrases()) })
        {
            Check(phrases, Enum.GetValues<AuditCode>(), code => phrases.Finding(new AuditFinding(code, "p", 3, 4, "d")));
            Check(phrases, Enum.GetValues<AuditLabel>(), phrases.Word);
            foreach (var said in new[] { phrases.Claim(2, "g", "e", 1, 2), phrases.Entries(1, 2), phrases.Folder(1, 2), phrases.Progress(1, 2), phrases.Hashing(2), phrases.Channel(default), phrases.AndMore("", 2), phrases.Kind(EntryKind.Seal, 2) })
                Assert.Equal(phrases.Shared.Language == Language.Chinese, HasHan(said));
        }
    }

    private static void Check<T>(AuditPhrases phrases, T[] codes, Func<T, string> say)
        where T : struct, Enum
    {
        var fallback = say((T)Enum.ToObject(typeof(T), 99));
        Assert.Contains("99", fallback, StringComparison.Ordinal);
        foreach (var code in codes)
        {
            Assert.NotEqual(fallback.Replace("99", code.ToString("D"), StringComparison.Ordinal), say(code));
            Assert.Equal(phrases.Shared.Language == Language.Chinese, HasHan(say(code)));
        }
    }

    private static bool HasHan(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    private static string OneLine(ToolRun run) => OneLine(run.All);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private ToolRun Run(params string[] more) => ToolRun.Of([_scene.Folder, "--policy", _scene.Policy, .. more]);
}
