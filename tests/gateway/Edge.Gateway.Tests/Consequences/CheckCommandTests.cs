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

        Assert.Contains("! /dev/i2c-77 does not exist on this machine.", (await site.CheckAsync("en")).Said, StringComparison.Ordinal);
        Assert.Contains("! 本机没有 /dev/i2c-77。", (await site.CheckAsync("zh")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_has_its_line()
    {
        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("entries: 1000", "entries: 0"));

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
