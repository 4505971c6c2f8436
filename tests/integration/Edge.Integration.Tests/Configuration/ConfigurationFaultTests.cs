using System.Text.RegularExpressions;
using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Configuration;

/// <summary>What a technician gets wrong, through the real program: exit code 2, file and line, what to write; nothing started.</summary>
public sealed class ConfigurationFaultTests
{
    [Theory]
    [InlineData("origin: city.example/gw-1", "origin: city.example", 2, "is not a gateway's name")]
    [InlineData("version: 1", "version: 7", 1, "is not 1")]
    [InlineData("seal: { entries: 100, age: 1s }", "seal: { entries: 0, age: 1s }", 6, "out of range")]
    [InlineData("seal: { entries: 100, age: 1s }", "seal: { entries: 100, age: soon }", 6, "soon")]
    [InlineData("  port: 1883", "  port: 99999", 9, "is not a port")]
    [InlineData("  port: 1883", "  prot: 1883", 9, "prot")]
    [InlineData("  host: 127.0.0.1", "  tls: yes", 8, "tls")]
    [InlineData("kind: remote", "kind: telepathy", 11, "telepathy")]
    [InlineData("driver: ezo-ph", "driver: ezo-ch", 13, "ezo-ch")]
    [InlineData("    bus: i2c-1", "    bus: i2c-9", 14, "i2c-9")]
    [InlineData("address: 0x63", "address: 0x99", 15, "address")]
    [InlineData("period: 2s", "period: 2 weeks and a bit", 16, "period")]
    [InlineData("  water.tap.ph: {", "  water.tap.hp: {", 20, "no sensor has this channel; is water.tap.ph meant? known are water.tap.ph")]
    [InlineData("domain: water", "domain: fire", 20, "write pipeline, energy or water")]
    [InlineData("alarm_high: 9", "alarm_high: high", 20, "high")]
    [InlineData("policy: policy.txt", "policy: [policy.txt", 4, "a bracket that was opened is not closed")]
    [InlineData("policy: policy.txt", "policy: &a [*a]", 4, "&a is an anchor")]
    [InlineData("version: 1", "version: 1\nversion: 1", 2, "not YAML")]
    public async Task A_fault_in_the_file_is_named_with_its_line(string right, string wrong, int line, string why)
    {
        Assert.Contains(right, GatewayFolder.Yaml, StringComparison.Ordinal);
        using var folder = await GatewayFolder.MakeAsync(GatewayFolder.Yaml.Replace(right, wrong, StringComparison.Ordinal));

        var said = await RefusedAsync(folder);

        Assert.Contains($"gateway.yaml:{line}: ", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_in_the_order_of_the_file()
    {
        using var folder = await GatewayFolder.MakeAsync(GatewayFolder.Yaml.Replace("1883", "0", StringComparison.Ordinal).Replace("fire", "x", StringComparison.Ordinal).Replace("entries: 100", "entries: 0", StringComparison.Ordinal).Replace("domain: water", "domain: fire", StringComparison.Ordinal));

        var said = await RefusedAsync(folder);

        // In English, then in Chinese.
        Assert.Equal(["6", "9", "20", "6", "9", "20"], Regex.Matches(said, "gateway.yaml:([0-9]+)").Select(m => m.Groups[1].Value));
    }

    [Fact]
    public async Task A_missing_configuration_is_said()
    {
        using var folder = await GatewayFolder.MakeAsync();
        File.Delete(folder.Configuration);

        Assert.Contains("gateway.yaml", await RefusedAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_is_said_with_the_command_that_makes_one()
    {
        using var folder = await GatewayFolder.MakeAsync();
        File.Delete(folder.File("gateway.key"));

        Assert.Contains($"edge-gateway keygen --origin city.example/gw-1 --out {folder.File("gateway.key")}", await RefusedAsync(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no key")]
    [InlineData("PRIVATE+KEY+city.example/gw-1+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_damaged_key_is_said_and_not_shown(string key)
    {
        using var folder = await GatewayFolder.MakeAsync();
        folder.Write("gateway.key", key);

        var said = await RefusedAsync(folder);

        Assert.Contains("gateway.key", said, StringComparison.Ordinal);
        Assert.DoesNotContain("AQAAAA", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    public async Task A_key_that_others_may_read_is_refused_with_the_command_that_helps(UnixFileMode others)
    {
        using var folder = await GatewayFolder.MakeAsync();
        File.SetUnixFileMode(folder.File("gateway.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        Assert.Contains($"{folder.File("gateway.key")}: others than its owner may use it. Run: chmod 600 {folder.File("gateway.key")}", await RefusedAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_has_signed_a_log_does_not_begin_a_second_one()
    {
        using var folder = await GatewayFolder.MakeAsync();
        folder.Write("gateway.key.log", $"edge-gateway-log/v1\ncity.example/gw-1\n{folder.Store}\n");

        Assert.Contains("has signed one", await RefusedAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_gateways_key_is_said()
    {
        using var folder = await GatewayFolder.MakeAsync(GatewayFolder.Yaml.Replace("gw-1", "gw-2", StringComparison.Ordinal));

        Assert.Contains("holds a key of city.example/gw-1", await RefusedAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_missing_broken_or_of_another_city_is_said()
    {
        using var folder = await GatewayFolder.MakeAsync();
        var policy = await File.ReadAllTextAsync(folder.File("policy.txt"));

        File.Delete(folder.File("policy.txt"));
        Assert.Contains("There is no policy at", await RefusedAsync(folder), StringComparison.Ordinal);

        folder.Write("policy.txt", policy.Replace("quorum departments", "quorum nobody", StringComparison.Ordinal));
        Assert.Contains("policy.txt", await RefusedAsync(folder), StringComparison.Ordinal);

        using var other = await GatewayFolder.MakeAsync();
        folder.Write("policy.txt", await File.ReadAllTextAsync(other.File("policy.txt")));
        var said = await RefusedAsync(folder);
        Assert.Contains("policy.txt", said, StringComparison.Ordinal);
        Assert.Contains("city.example/gw-1", said, StringComparison.Ordinal);

        folder.Write("policy.txt", string.Join('\n', policy.Split('\n').Where(l => !l.Contains("/gw-1+", StringComparison.Ordinal))));
        Assert.Contains("city.example/gw-1", await RefusedAsync(folder), StringComparison.Ordinal);

        folder.Write("policy.txt", string.Join('\n', policy.Split('\n').Where(l => !l.StartsWith("log city.example+", StringComparison.Ordinal))));
        Assert.Contains("city.example", await RefusedAsync(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "--config")]
    [InlineData("run", "--config", "x.yaml", "--surprise")]
    [InlineData("walk")]
    public async Task Wrong_usage_is_said(params string[] arguments)
    {
        var run = await ProgramRun.Of(Programs.Gateway, arguments);

        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Error);
        _ = run.Said();
    }

    [Fact]
    public async Task The_right_file_passes_the_check()
    {
        using var folder = await GatewayFolder.MakeAsync();

        var check = await ProgramRun.Of(Programs.Gateway, "config", "check", folder.Configuration);

        Assert.True(check.Code == 0, check.Said());
    }

    private static async Task<string> RefusedAsync(GatewayFolder folder)
    {
        var run = await ProgramRun.Of(Programs.Gateway, "run", "--config", folder.Configuration);
        Assert.True(run.Code == 2, $"exit code {run.Code}: {run.Said()}");
        Assert.False(Directory.Exists(folder.Store), "nothing may be started with a wrong configuration");
        return run.Said();
    }
}
