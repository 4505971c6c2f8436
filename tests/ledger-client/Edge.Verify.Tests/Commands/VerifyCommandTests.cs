using Edge.Verify.Commands;
using System.Text.Json;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Verify.Tests.Commands;

/// <summary>The program as its users meet it: a process with arguments, output and an exit code.</summary>
public sealed class VerifyCommandTests(SceneFiles files) : IClassFixture<SceneFiles>
{
    private Scene Scene => files.Scene;

    [Fact]
    public void Valid_evidence_ends_with_0_and_a_sentence_that_says_what_who_when_and_accepted_by_whom()
    {
        var run = ToolRun.Of(files.One, "--policy", files.Policy, "--zone", "+08:00");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            "Valid. pH 7.21 at tap3.ph, measured by gateway gw-1; existed not before 2026-11-20 08:14:03 and not after 08:15:08 (UTC+8); accepted by 3 of 4 departments.",
            OneLine(run.Output),
            StringComparison.Ordinal);
        foreach (var part in new[] { "certificate C-17", "technician Li", "address 0x63", "2026-11-20 08:14:33.250 UTC+8 ± 0.012 s", "not by: environment", "7210", "departments: water, energy, environment, justice", "Reservations none" })
            Assert.Contains(part, OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_in_Chinese_by_option_and_by_locale()
    {
        var run = ToolRun.Of(files.One, "--policy", files.Policy, "--lang", "zh");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("有效。网关 gw-1 在测点 tap3.ph 测得 pH 7.21；形成时间不早于", run.Output, StringComparison.Ordinal);
        Assert.Equal(run.Output, ToolRun.In("zh_CN.UTF-8", files.One, "--policy", files.Policy).Output);
        Assert.Contains("4 个部门中 3 个已见证", run.Output.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_evidence_ends_with_1_and_the_reason_first()
    {
        var altered = Scene.One.ToBytes();
        altered[200] ^= 1;
        var path = files.Write("altered.edge", altered);
        Assert.Equal(1, ToolRun.Of(path, "--policy", files.Policy).ExitCode);
        var noQuorum = files.Write("two.edge", Scene.One with { Receipt = Weak() });
        var run = ToolRun.Of(noQuorum, "-p", files.Policy);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Invalid: the city block that should hold the anchor is not accepted: fewer departments than", OneLine(run.Output), StringComparison.Ordinal);
        Assert.DoesNotContain("7.21", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("无效：", ToolRun.Of(noQuorum, "-p", files.Policy, "--lang=zh").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "rests on", "by which it was judged")]
    [InlineData("zh", "以上结论", "判断所依据的信任策略文件")]
    public void Nothing_rests_on_the_keys_of_the_policy_when_nothing_is_proved(string language, string rests, string judged)
    {
        var altered = Scene.One.ToBytes();
        altered[200] ^= 1;
        var page = Path.Combine(files.Folder, "invalid.html");

        var run = ToolRun.Of(files.Write("altered.edge", altered), "--policy", files.Policy, "--lang", language, "--html", page);

        foreach (var text in new[] { OneLine(run.Output), File.ReadAllText(page) })
        {
            Assert.DoesNotContain(rests, text, StringComparison.Ordinal);
            Assert.Contains(judged, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reservations_come_first_and_end_with_0()
    {
        var path = files.Write("early.edge", Scene.Gateway.Cut(Scene.Receipt, Scene.Size, [], Scene.Early));
        var run = ToolRun.Of(path, "--policy", files.Policy);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Valid, but nothing in the file proves an earliest time for entry 6. pH 7.2 at tap3.ph", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_value_says_so_with_its_reason_and_is_never_a_zero()
    {
        var path = files.Write("absent.edge", Scene.Gateway.Cut(Scene.Receipt, Scene.Size, [Scene.SecondBlock], Scene.Absent));
        var run = ToolRun.Of(path, "--policy", files.Policy);
        Assert.StartsWith("Valid. No value at main.pressure (quality bad: loop current below 3.6 mA", OneLine(run.Output), StringComparison.Ordinal);
        Assert.Contains("no calibration recorded", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ToolRun.Of(path, "--policy", files.Policy, "--json").Output);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("readings")[0].GetProperty("value").ValueKind);
    }

    [Fact]
    public void A_range_says_that_nothing_was_withheld_and_tells_its_gaps()
    {
        var run = ToolRun.Of(files.Range, "--policy", files.Policy);
        Assert.Contains("existed not before 2026-11-20 00:13:58 and not after 00:15:08 (UTC)", OneLine(run.Output), StringComparison.Ordinal);
        Assert.Contains("entry 13: gap; tap3.ph; the gateway could not keep up", OneLine(run.Output), StringComparison.Ordinal);
        Assert.Contains("Complete nothing withheld between entries 8 and 14; 1 gap recorded Reservations", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_cannot_be_read_ends_with_2_and_a_plain_sentence()
    {
        var zeros = Path.Combine(files.Folder, "zeros");
        using (var big = File.Create(zeros))
            big.SetLength(1L << 30);
        (string Evidence, string Policy, string Says)[] cases =
        [
            (files.Folder, files.Policy, "has no checkpoint, so it is not a log"),
            (files.One, files.Folder, "is a directory"),
            (Path.Combine(files.Folder, "none"), files.Policy, "does not exist"),
            (Path.Combine(files.Folder, "none", "deeper"), files.Policy, "does not exist"),
            ("", files.Policy, "does not exist"),
            ("/dev/null", files.Policy, "not a regular file"),
            (files.One, "/dev/null", "not a regular file"),
            (zeros, files.Policy, "larger than"),
            (files.One, zeros, "larger than"),
            ("/dev/zero", files.Policy, "not a regular file"),
            (files.Write("empty", Array.Empty<byte>()), files.Policy, "is empty"),
            (files.Policy, files.Policy, "is a policy file"),
            (files.One, files.One, "is an evidence file"),
            (files.Write("garbage", [1, 2, 3]), files.Policy, "is not an evidence file"),
            (files.Write("cut", UnreadableCases.Seal([0x85, 0x80])), files.Policy, "is not an evidence file"),
            (files.One, files.Write("crlf", "quorum none\r\n"u8.ToArray()), "save the file with LF"),
            (files.One, files.Write("words", "trust me\n"u8.ToArray()), "line 1"),
        ];
        foreach (var (evidence, policy, says) in cases)
        {
            var run = ToolRun.Of(evidence, "--policy", policy);
            Assert.True(run is { ExitCode: 2, Output: "" }, $"{evidence}, {policy}: {run}");
            Assert.StartsWith("Not checked: ", run.Errors, StringComparison.Ordinal);
            Assert.Contains(says, OneLine(run.Errors), StringComparison.Ordinal);
            Assert.StartsWith("未作核验：", ToolRun.Of(evidence, "--policy", policy, "--lang", "zh").Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_without_permission_is_said_to_be_so()
    {
        var path = files.Write("locked.edge", Scene.One);
        File.SetUnixFileMode(path, UnixFileMode.None);
        var run = ToolRun.Of(path, "--policy", files.Policy);

        // The superuser reads it all the same.
        Assert.Equal(Environment.IsPrivilegedProcess ? 0 : 2, run.ExitCode);
        if (!Environment.IsPrivilegedProcess)
            Assert.Contains("may not be read by this user", OneLine(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no evidence file")]
    [InlineData("no policy file", "FILE")]
    [InlineData("\"--frob\" does not exist", "FILE", "--frob")]
    [InlineData("\"-x\" does not exist", "-x")]
    [InlineData("\"--json=yes\" does not exist", "FILE", "--json=yes")]
    [InlineData("needs a value", "FILE", "--policy")]
    [InlineData("given twice", "FILE", "--policy", "a", "-p", "b")]
    [InlineData("is a second one", "FILE", "OTHER", "--policy", "a")]
    [InlineData("not a language", "FILE", "--policy", "a", "--lang", "fr")]
    [InlineData("not an offset", "FILE", "--policy", "a", "--zone", "Shanghai")]
    [InlineData("not an offset", "FILE", "--policy", "a", "--zone", "+15:00")]
    public void A_wrong_command_line_ends_with_2_and_says_what_to_write(string says, params string[] args)
    {
        var run = ToolRun.Of(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(says, OneLine(run.Errors), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ToolRun.Of(["--json", .. args]).Output is { Length: > 0 } output ? output : "{}");
        Assert.Equal(2, json.RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void Help_and_version_end_with_0()
    {
        Assert.Contains("Usage: edge-verify FILE --policy POLICY", ToolRun.Of("--help").Output, StringComparison.Ordinal);
        Assert.Contains("用法", ToolRun.Of("--help", "--lang", "zh").Output, StringComparison.Ordinal);
        Assert.Matches(@"\Aedge-verify \d+\.\d+\.\d+", ToolRun.Of("--version").Output);
    }

    [Fact]
    public void Json_holds_everything_whole_under_stable_keys()
    {
        var run = ToolRun.Of(files.Range, "--policy", files.Policy, "--json");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        string[] keys = ["format", "outcome", "exit_code", "language", "sentence", "findings", "file", "policy_file", "policy", "gateway", "checkpoint", "accepted_by", "not_before", "not_after", "block", "block_hash", "block_signed_by", "block_cosigned_by", "complete", "conditions", "readings", "entries"];
        Assert.Equal(keys, root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("valid", 0), (root.GetProperty("outcome").GetString(), root.GetProperty("exit_code").GetInt32()));
        Assert.Equal(5, root.GetProperty("readings").GetArrayLength());
        var first = root.GetProperty("readings")[0];
        string[] readingKeys = ["index", "channel", "unit", "value", "raw", "quality", "reason", "monotonic_ns", "boot_id", "device_time", "recomputed_time", "not_before", "not_after", "context"];
        Assert.Equal(readingKeys, first.EnumerateObject().Select(p => p.Name));
        Assert.Equal((7.19, Scene.Start + 66), (first.GetProperty("value").GetDouble(), first.GetProperty("not_after").GetInt64()));
        Assert.Equal(64, root.GetProperty("file").GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public void Json_of_invalid_and_unreadable_files_is_an_object_too()
    {
        var altered = Scene.One.ToBytes();
        altered[^1] ^= 1;
        using var invalid = JsonDocument.Parse(ToolRun.Of(files.Write("bad.edge", altered), "--policy", files.Policy, "--json").Output);
        Assert.Equal("file_altered", invalid.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.False(invalid.RootElement.TryGetProperty("readings", out _));
        using var missing = JsonDocument.Parse(ToolRun.Of("none", "--policy", files.Policy, "--json").Output);
        Assert.Equal("evidence_not_found", missing.RootElement.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    public void Without_a_place_for_its_output_it_ends_with_2(string redirection)
    {
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"\"$0\" \"$1\" --policy \"$2\" {redirection} 2>\"$3\"", Path.Combine(AppContext.BaseDirectory, "edge-verify"), files.One, files.Policy, Path.Combine(files.Folder, "errors")]);
        Assert.True(shell.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal((2, ""), (shell.ExitCode, File.ReadAllText(Path.Combine(files.Folder, "errors"))));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void No_line_is_wider_than_80_columns(string language)
    {
        foreach (var file in new[] { files.One, files.Range })
        {
            foreach (var line in ToolRun.Of(file, "--policy", files.Policy, "--lang", language, "--zone", "+08:00").Output.Split('\n'))
                Assert.True(TextWidth.Of(line) <= 80 || line.Contains(files.Folder, StringComparison.Ordinal), line);
        }
    }

    [Theory]
    [InlineData("en", 45)]
    [InlineData("zh", 45)]
    [InlineData("en", 60)]
    public void No_line_is_wider_than_the_terminal(string language, int columns)
    {
        foreach (var file in new[] { files.One, files.Range })
        {
            using var shown = new MemoryStream();
            using var output = new StreamWriter(shown);
            var code = VerifyCommand.Run([file, "--policy", files.Policy, "--lang", language], name => name == "COLUMNS" ? $"{columns}" : null, output, output);
            Assert.Equal(ExitCode.Valid, code);
            Assert.All(System.Text.Encoding.UTF8.GetString(shown.ToArray()).Split('\n'), line => Assert.True(TextWidth.Of(line) <= columns, line));
        }
    }

    [Fact]
    public void A_clock_within_the_last_second_is_explained_and_no_other()
    {
        Assert.DoesNotContain("whole seconds", OneLine(ToolRun.Of(files.One, "--policy", files.Policy).Output), StringComparison.Ordinal);
        Assert.Single(new[] { 61.5, 62.5, 63.5, 64.5 }, late =>
        {
            var path = files.Write("late.edge", (new SmallScene(Scene.Keys) { DeviceTime = Scene.Start + late }).Cut());
            return OneLine(ToolRun.Of(path, "--policy", files.Policy).Output).Contains("\"not after\" means before the end of that second", StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Full_shows_hashes_and_keys_whole()
    {
        var run = ToolRun.Of(files.One, "--policy", files.Policy, "--full");
        Assert.Contains(Scene.Keys.Gateway.Verifier.ToString(), run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("...", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{new string(' ', 18)}{Scene.Keys.Gateway.Verifier}\n", run.Output, StringComparison.Ordinal);
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(files.One)));
        Assert.Contains(digest, run.Output, StringComparison.Ordinal);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private byte[] Weak()
    {
        var note = Scene.Receipt.Note;
        return (Scene.Receipt with { Note = new Ledger.Notes.SignedNote(note.Text, [.. note.Signatures.Take(3)]) }).ToBytes();
    }
}
