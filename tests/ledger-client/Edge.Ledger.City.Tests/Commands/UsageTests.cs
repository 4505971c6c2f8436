using Edge.Testing;

namespace Edge.Ledger.City.Tests.Commands;

/// <summary>What edge-city says when it is used wrongly: what, where, what to do; never a stack trace.</summary>
public sealed class UsageTests
{
    private static async Task RefusedAsync(string says, params string[] arguments)
    {
        await using var process = ChildProcess.Start(Programs.City, arguments);
        Assert.Equal(2, await process.WaitForExit());
        var error = process.Error.ToString();
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_writes_a_default_as_people_write_it()
    {
        await using var process = ChildProcess.Start(Programs.City, ["log", "--help"]);

        Assert.Equal(0, await process.WaitForExit());
        var help = process.Output.ToString();
        Assert.Contains("Default: 1s.", help, StringComparison.Ordinal);
        Assert.DoesNotContain("00:00:01", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_the_files_and_options()
    {
        await using var city = await CityProcesses.StartAsync();
        var water = city.Common("water");
        await RefusedAsync("--broker", "department", "--name", "water");
        await RefusedAsync("the key is water's", ["department", "--name", "energy", .. water]);
        await RefusedAsync("edge-city keygen", ["department", "--name", "water", .. city.Common("city")]);
        await RefusedAsync("named by the city's domain alone", ["log", .. city.Common("gateway")]);
        await RefusedAsync("is not a time", ["log", "--block-interval", "soon", .. city.Common("city")]);
        await RefusedAsync("nowhere.key", ["department", "--name", "water", .. city.Common("nowhere")]);
        await RefusedAsync("is not a port", ["department", "--name", "water", .. water[..^1], "localhost:x"]);
        await RefusedAsync("already exists", "keygen", "--name", "water", "--type", "witness", "--out", city.File("water.key"));
        await RefusedAsync("must be <city domain>/<gateway id>", "keygen", "--name", "No Domain", "--type", "log", "--out", city.File("new.key"));
        await RefusedAsync("signed with SM2 only", "keygen", "--name", "water.example/sm3/gw-1", "--type", "log", "--algorithm", "p256", "--out", city.File("new.key"));
        await RefusedAsync("已存在。密钥绝不覆盖", "keygen", "--name", "water", "--type", "witness", "--out", city.File("water.key"), "--lang", "zh");
        await RefusedAsync("不能作为密钥的名称", "keygen", "--name", "No Domain", "--type", "log", "--out", city.File("new.key"), "--lang", "zh");
        await RefusedAsync("只能以 SM2 签名", "keygen", "--name", "water.example/sm3/gw-1", "--type", "log", "--algorithm", "p256", "--out", city.File("new.key"), "--lang", "zh");
        await RefusedAsync("无法写入 /nowhere/new.key", "keygen", "--name", "water", "--type", "witness", "--out", "/nowhere/new.key", "--lang", "zh");
        Assert.False(File.Exists(city.File("new.key")));
        Assert.StartsWith("witness health health.city.example+", await city.KeygenAsync("health", "witness", "health.city.example"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(city.File("policy.txt"), "quorum nobody\n");
        await RefusedAsync("policy, line 1", ["department", "--name", "water", .. water]);
        await File.WriteAllTextAsync(city.File("policy.txt"), "quorum none\n");
        await RefusedAsync("the policy has no witness line with the key water+", ["department", "--name", "water", .. water]);
        await RefusedAsync("the policy has no log line with the key water.example+", ["log", .. city.Common("city")]);
    }
}
