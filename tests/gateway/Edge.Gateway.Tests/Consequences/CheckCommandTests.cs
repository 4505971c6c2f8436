using System.Text.Json;
using Edge.Gateway.Consequences;
using Edge.Gateway.Tests.Budget;
using Edge.Gateway.Tests.Configuration;
using Edge.Ledger.Notes;

namespace Edge.Gateway.Tests.Consequences;

/// <summary>The real <c>config check</c>.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public async Task Figures_come_as_JSON_and_a_missing_device_is_a_doubt()
    {
        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt").Replace("/dev/i2c-1", "/dev/i2c-77", StringComparison.Ordinal));

        var (code, said) = await site.CheckAsync("en", "--json");
        Assert.Equal(0, code);
        var figures = JsonDocument.Parse(said).RootElement;
        Assert.Equal(216_000, figures.GetProperty("readings_per_day").GetDouble());
        Assert.InRange(figures.GetProperty("bytes_per_reading").GetDouble(), 40, 400);

        Assert.All(figures.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Number), f => Assert.Matches(@"^[0-9]+(\.[0-9]{1,2})?$", f.Value.GetRawText()));
        var warning = figures.GetProperty("warnings").EnumerateArray().First();
        Assert.Equal("no_device", warning.GetProperty("name").GetString());
        Assert.StartsWith("/dev/i2c-77 does not exist", warning.GetProperty("message").GetString(), StringComparison.Ordinal);

        Assert.Contains("! /dev/i2c-77 does not exist on this machine.", (await site.CheckAsync("en")).Said, StringComparison.Ordinal);
        Assert.Contains("! 本机没有 /dev/i2c-77。", (await site.CheckAsync("zh")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chip_a_socket_a_serial_line_and_a_clock_that_are_not_here_are_doubts_and_the_file_is_not_called_good()
    {
        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt")
            .Replace("device: /dev/i2c-1", "device: /dev/null", StringComparison.Ordinal)
            .Replace("chip: pinctrl-bcm2711 }", "chip: no-such-chip }\n  far: { kind: remote, socket: /nope.sock }\n  wire: { kind: linux, folder: /nope/w1 }\n  rs485: { kind: linux, serial: /nope/tty }", StringComparison.Ordinal)
            .Replace("{ source: host, uncertainty: 250ms }", "{ rtc: rtc77 }", StringComparison.Ordinal));

        var english = Unfolded((await site.CheckAsync("en")).Said);
        Assert.Contains("city.example/water-gw-0001: well formed, but not all that it names is on this machine.", english, StringComparison.Ordinal);
        Assert.Contains("There is no GPIO chip labelled no-such-chip on this machine.", english, StringComparison.Ordinal);
        Assert.Contains("/nope.sock does not exist on this machine: nobody serves that remote bus now.", english, StringComparison.Ordinal);
        Assert.Contains("/nope/w1 does not exist on this machine: its kernel has no 1-wire bus.", english, StringComparison.Ordinal);
        Assert.Contains("/nope/tty does not exist on this machine. Plug the adapter in", english, StringComparison.Ordinal);
        Assert.Contains("rtc77 does not exist on this machine.", english, StringComparison.Ordinal);
        Assert.DoesNotContain("/dev/null does not exist", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_room_has_an_exit_code_of_its_own_and_is_named_in_the_JSON()
    {
        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt").Replace("commit_age: 500ms", "commit_age: 500ms, free_space_floor: 900TB", StringComparison.Ordinal));

        var (code, said) = await site.CheckAsync("zh", "--json");

        Assert.Equal(1, code);
        var warning = Assert.Single(JsonDocument.Parse(said).RootElement.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("name").GetString() == "no_room");
        Assert.StartsWith("本磁盘可用空间不足 900 TB", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_not_there_is_named_beside_other_faults()
    {
        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt").Replace("entries: 1000", "entries: 0", StringComparison.Ordinal));
        File.Delete(site.PolicyPath);

        var (code, said) = await site.CheckAsync("en", "--json");

        Assert.Equal(2, code);
        Assert.Equal(["seal.entries", "policy"], JsonDocument.Parse(said).RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("path").GetString()));
    }

    [RootFact]
    public async Task A_configuration_that_the_asking_user_may_not_read_is_not_called_missing()
    {
        using var site = new CheckedSite();

        Assert.Equal((2, "gateway.yaml may not be read by this user. Run this as the gateway's user (runuser -u edge -- ...), or name another file with --config."), await site.AskAsNobodyAsync("status", "en"));
        Assert.Equal((2, "当前用户无权读取 gateway.yaml。请以网关的用户运行（runuser -u edge -- ...），或用 --config 指明另一文件。"), await site.AskAsNobodyAsync("status", "zh"));
    }

    private static string Unfolded(string page) => string.Join(' ', page.Split('\n').Select(l => l.Trim()));

    [Fact]
    public async Task A_fault_has_its_line()
    {
        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt").Replace("entries: 1000", "entries: 0", StringComparison.Ordinal));

        Assert.Contains("gateway.yaml:7: seal.entries: 0 is out of range", (await site.CheckAsync("en")).Said, StringComparison.Ordinal);
        Assert.Equal(("seal.entries", "0 超出范围；请写 1 至 1000000"), await site.ProblemAsync("zh"));
    }

    [Theory]
    [InlineData("no key", "identity.key", "There is no key at", "没有密钥文件")]
    [InlineData("open key", "identity.key", "others than its owner may use it", "属主以外的用户也可使用")]
    [InlineData("no key in it", "identity.key", "is not a gateway's key", "不是网关的密钥文件")]
    [InlineData("another's key", "identity.key", "holds a key of city.example/gw-9", "是 city.example/gw-9 的密钥")]
    [InlineData("no policy", "policy", "There is no policy at", "没有信任策略文件")]
    [InlineData("no policy in it", "policy", "is not a policy", "不是信任策略文件")]
    [InlineData("another's policy", "policy", "does not admit this gateway", "未准入本网关")]
    [InlineData("another city's policy", "policy", "does not name the log of city.example", "中没有 city.example 的日志")]
    public async Task What_run_refuses_is_a_problem_and_run_says_it_in_both_languages(string fault, string path, string english, string chinese)
    {
        using var site = new CheckedSite();
        Spoil(site, fault);

        foreach (var (language, words) in new[] { ("en", english), ("zh", chinese) })
        {
            var (code, said) = await site.CheckAsync(language);
            Assert.Equal(2, code);
            Assert.Contains(words, said, StringComparison.Ordinal);
            var problem = await site.ProblemAsync(language);
            Assert.Equal(path, problem.Path);
            Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        }

        var run = await site.RunAsync();
        Assert.Equal(2, run.Code);
        Assert.Contains(english, run.Said, StringComparison.Ordinal);
        Assert.Contains(chinese, run.Said, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task A_key_that_the_asking_user_may_not_read_is_named_as_not_looked_at()
    {
        using var site = new CheckedSite();

        var (code, said) = await site.CheckAsNobodyAsync();

        Assert.Equal(0, code);
        Assert.Contains("! Not looked at:", said, StringComparison.Ordinal);
        Assert.Contains("gateway.key", said, StringComparison.Ordinal);
        Assert.DoesNotContain("policy.txt", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Not looked at", (await site.CheckAsync("en")).Said, StringComparison.Ordinal);
    }

    private static void Spoil(CheckedSite site, string fault)
    {
        using var another = CheckedSite.Key("city.example/gw-9", 3);
        switch (fault)
        {
            case "no key":
                File.Delete(site.KeyPath);
                break;
            case "open key":
                File.SetUnixFileMode(site.KeyPath, UnixFileMode.UserRead | UnixFileMode.OtherRead);
                break;
            case "no key in it":
                File.WriteAllText(site.KeyPath, "x");
                break;
            case "another's key":
                site.Write(another);
                break;
            case "no policy":
                File.Delete(site.PolicyPath);
                break;
            case "no policy in it":
                File.WriteAllText(site.PolicyPath, "x");
                break;
            case "another's policy":
                site.WritePolicy(another);
                break;
            default:
                File.WriteAllText(site.PolicyPath, $"log {another.Verifier}\nquorum none\n");
                break;
        }
    }
}
