using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Commands;

/// <summary>The real program with a command line that is wrong: code 2 and one clear message.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("--index: \"-1\" is not a whole number", "export", "cose", "x", "--config", "c", "--index", "-1")]
    [InlineData("--index: \"abc\" is not a whole number", "export", "cose", "x", "--config", "c", "--index", "abc")]
    [InlineData("--from-size: \"1.5\" is not a whole number", "export", "cose", "x", "--config", "c", "--from-size", "1.5")]
    [InlineData("Say what: --index N", "export", "cose", "x", "--config", "c")]
    [InlineData("--index and --from-size do not go together", "export", "cose", "x", "--index", "1", "--from-size", "1")]
    [InlineData("--entry-out needs --receipt-only", "export", "cose", "x", "--index", "1", "--entry-out", "y")]
    [InlineData("--config and --store do not go together", "export", "tiles", "x", "--config", "c", "--store", "s")]
    [InlineData("“五”不是整数。请写日志条目的编号；多个如", "evidence", "--config", "c", "--out", "x", "--index", "五", "--lang", "zh")]
    [InlineData("“五”不是整数。请写日志条目的编号。", "export", "cose", "x", "--index", "五", "--lang", "zh")]
    [InlineData("缺少选项 --out。", "evidence", "--channel", "ph", "--lang", "zh")]
    [InlineData("没有“--sliim”这个命令或参数。", "evidence", "--out", "x", "--sliim", "--lang", "zh")]
    [InlineData("命令 tiles 缺少参数。", "export", "tiles", "--lang", "zh")]
    [InlineData("选项 --out 之后需要一个值。", "evidence", "--lang", "zh", "--out")]
    [InlineData("“never”不是秒数；请写 1 至 86400。", "status", "--watch", "never", "--lang", "zh")]
    [InlineData("配置无法使用：\n/nowhere/gateway.yaml：不存在；请指明网关的 YAML 配置文件", "evidence", "--config", "/nowhere/gateway.yaml", "--out", "x", "--index", "1", "--lang", "zh")]
    [InlineData("/nowhere：不存在", "export", "tiles", "x", "--config", "/nowhere", "--lang", "zh")]
    [InlineData("/tmp：是目录；请指明其中网关的 YAML 配置文件", "status", "--config", "/tmp", "--lang", "zh")]
    [InlineData("--complete needs --since", "evidence", "--config", "c", "--out", "x", "--complete")]
    [InlineData("--complete needs --since", "evidence", "--config", "c", "--out", "x", "--channel", "ph", "--complete")]
    [InlineData("--complete and --index do not go together", "evidence", "--config", "c", "--out", "x", "--complete", "--index", "1")]
    [InlineData("several as --index 20 30", "evidence", "--config", "c", "--out", "x", "--index", "20,30")]
    [InlineData("for times use --since and --until", "evidence", "--config", "c", "--out", "x", "--from", "1", "--to", "2026-11-20T00:00Z")]
    [InlineData("--since needs --channel", "evidence", "--config", "c", "--out", "x", "--since", "2026-11-20T00:00Z")]
    [InlineData("--since needs --until", "evidence", "--config", "c", "--out", "x", "--channel", "ph", "--since", "2026-11-20T00:00Z")]
    [InlineData("--until needs --since", "evidence", "--config", "c", "--out", "x", "--channel", "ph", "--until", "2026-11-20T00:00Z")]
    [InlineData("--from needs --to", "evidence", "--config", "c", "--out", "x", "--from", "1")]
    [InlineData("--channel and --index do not go together", "evidence", "--config", "c", "--out", "x", "--channel", "ph", "--index", "1")]
    [InlineData("Say which readings", "evidence", "--config", "c", "--out", "x")]
    [InlineData("请说明是哪些读数", "evidence", "--config", "c", "--out", "x", "--lang", "zh")]
    [InlineData("\"x\" is not a gateway's name.", "keygen", "--origin", "x", "--out", "y", "--lang", "en")]
    [InlineData("“x”不是网关的名称。", "keygen", "--origin", "x", "--out", "y", "--lang", "zh")]
    [InlineData("built with SM3, and signed with SM2 only.", "keygen", "--origin", "city.example/sm3/gw-1", "--type", "p256", "--out", "y", "--lang", "en")]
    [InlineData("已存在。密钥绝不覆盖", "keygen", "--origin", "city.example/gw-1", "--out", "/etc/passwd", "--lang", "zh")]
    [InlineData("/nowhere/gw.key cannot be written (", "keygen", "--origin", "city.example/gw-1", "--out", "/nowhere/gw.key", "--lang", "en")]
    [InlineData("--status", "run", "--config", "c", "--status", "never")]
    public async Task A_wrong_command_line_is_one_message_and_code_2(string why, params string[] arguments)
    {
        await using var process = ChildProcess.Start(Programs.Gateway, arguments);

        Assert.Equal(2, await process.WaitForExit());
        var said = process.Error.ToString();
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.InRange(said.Trim().Split('\n').Length, 1, 3);
        Assert.Empty(process.Output.ToString().Trim());
    }

    [Theory]
    [InlineData(null, "en", "See: edge-gateway export --help")]
    [InlineData("./edge", "en", "See: ./edge export --help")]
    [InlineData("./edge", "zh", "参见：./edge export --help")]
    public async Task Help_is_named_as_the_user_called_the_program(string? called, string language, string see)
    {
        await using var process = ChildProcess.Start(Programs.Gateway, ["export", "--lang", language], environment: new Dictionary<string, string?> { ["EDGE_COMMAND"] = called });

        Assert.Equal(2, await process.WaitForExit());
        Assert.EndsWith(see, process.Error.ToString().Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "\"tiels\" is not tiles or cose. See: edge-gateway export --help")]
    [InlineData("zh", "“tiels”不可用，只能是 tiles 或 cose。参见：edge-gateway export --help")]
    public async Task A_command_that_there_is_not_is_one_line_with_those_there_are(string language, string said)
    {
        await using var process = ChildProcess.Start(Programs.Gateway, ["export", "tiels", "x", "--lang", language]);

        Assert.Equal(2, await process.WaitForExit());
        Assert.Equal(said, process.Error.ToString().Trim());
    }

    [Fact]
    public async Task Evidence_looks_for_its_configuration_where_the_others_do()
    {
        using var folder = new TemporaryDirectory();
        folder.Write("gateway.yaml", "version: 2");
        await using var process = ChildProcess.Start(Programs.Gateway, ["evidence", "--out", "x", "--index", "1", "--lang", "en"], folder.Path);

        Assert.Equal(2, await process.WaitForExit());
        Assert.StartsWith("Using gateway.yaml.\nThe configuration cannot be used:", process.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("config", "check")]
    [InlineData("keygen")]
    [InlineData("evidence")]
    [InlineData("export", "tiles")]
    [InlineData("export", "cose")]
    public async Task Help_describes_every_option_in_the_language_asked_for(params string[] command)
    {
        await using var english = ChildProcess.Start(Programs.Gateway, [.. command, "--help"], environment: new Dictionary<string, string?> { ["LC_ALL"] = "C" });
        await using var chinese = ChildProcess.Start(Programs.Gateway, [.. command, "--help"], environment: new Dictionary<string, string?> { ["LC_ALL"] = "zh_CN.UTF-8" });
        Assert.Equal((0, 0), (await english.WaitForExit(), await chinese.WaitForExit()));

        var options = Described(chinese.Output.ToString());
        Assert.NotEmpty(options);
        Assert.Equal(Described(english.Output.ToString()).Length, options.Length);
        Assert.All(options, line => Assert.Contains(line, c => c is >= '\u4E00' and <= '\u9FFF'));
        Assert.DoesNotContain(english.Output.ToString(), c => c is >= '\u4E00' and <= '\u9FFF');
    }

    /// <summary>The lines that begin an option or argument of ours; what the library says of its own --help is English.</summary>
    private static string[] Described(string help) =>
        [.. help.Split('\n').Where(l => (l.StartsWith("  --", StringComparison.Ordinal) || l.StartsWith("  <", StringComparison.Ordinal)) && !l.Contains("--help", StringComparison.Ordinal))];

    [Fact]
    public async Task A_log_that_is_not_there_is_said_so()
    {
        using var folder = new TemporaryDirectory();
        await using var process = ChildProcess.Start(Programs.Gateway, ["export", "tiles", folder.File("out"), "--store", folder.File("nofile")]);

        Assert.Equal(1, await process.WaitForExit());
        Assert.Contains($"{folder.File("nofile")} does not exist", process.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipe", "en", "pipe is not a folder but a file, a pipe or a device.")]
    [InlineData("pipe", "zh", "pipe 不是目录，而是文件、管道或设备。")]
    [InlineData("city.log", "en", "city.log is not a folder but a file, a pipe or a device.")]
    [InlineData("city.log", "zh", "city.log 不是目录，而是文件、管道或设备。")]
    [InlineData("other", "en", "other holds no log.")]
    [InlineData("other", "zh", "other 中没有日志。")]
    [InlineData("nowhere", "en", "nowhere does not exist.")]
    [InlineData("nowhere", "zh", "nowhere 不存在。")]
    [InlineData("", "en", "--store names no folder.")]
    [InlineData("", "zh", "--store 没有写出目录。")]
    public async Task What_is_no_log_is_said_to_be_so_in_the_language_asked_for(string store, string language, string words)
    {
        using var folder = new TemporaryDirectory();
        await using (var pipe = ChildProcess.Start("/usr/bin/mkfifo", [folder.File("pipe")]))
            Assert.Equal(0, await pipe.WaitForExit());
        folder.Write("city.log", "height 0\n");
        folder.Write("other/readme.txt", "no log");

        await using var process = ChildProcess.Start(Programs.Gateway, ["export", "tiles", folder.File("out"), "--store", store, "--lang", language], folder.Path);

        Assert.Equal(1, await process.WaitForExit());
        Assert.Contains(words, process.Error.ToString(), StringComparison.Ordinal);
        Assert.Single(process.Error.ToString().Trim().Split('\n'));
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("cose", false, "--index", "1")]
    [InlineData("tiles", true)]
    public async Task Only_what_a_command_has_is_advised(string format, bool hasStore, params string[] more)
    {
        if (File.Exists("/etc/edge/gateway.yaml"))
            return;
        using var folder = new TemporaryDirectory();
        await using var process = ChildProcess.Start(Programs.Gateway, ["export", format, folder.File("out"), "--lang", "en", .. more], folder.Path);

        Assert.Equal(2, await process.WaitForExit());
        Assert.Contains("name its file with --config", process.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(hasStore, process.Error.ToString().Contains("--store", StringComparison.Ordinal));
    }
}
