using Edge.Integration.Tests.Site;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Integration.Tests.Monitoring;

/// <summary>Debian's Prometheus beside a real gateway: it understands the rules and what is served, and alerts fire in the faults that they are for.</summary>
public sealed class MonitoringTests
{
    private static readonly string Folder = Path.Combine(Programs.RepositoryRoot, "hardware/monitoring");

    [PrometheusFact]
    public async Task The_rules_are_rules_and_each_fires_in_its_fault_after_its_wait_and_not_where_all_is_well()
    {
        foreach (var command in new string[][] { ["check", "rules", "alerts.yml"], ["test", "rules", "alerts.test.yml"] })
        {
            await using var tool = ChildProcess.Start(PrometheusServer.Tool, [.. command[..2], Path.Combine(Folder, command[2])]);
            var code = await tool.WaitForExit();
            Assert.True(code == 0, string.Join('\n', tool.Output.All.Concat(tool.Error.All)));
            Assert.Contains(tool.Output.All, l => l.Contains("SUCCESS", StringComparison.Ordinal));
        }
    }

    [PrometheusFact]
    public async Task Alerts_fire_in_the_faults_of_a_running_gateway_and_end_with_them()
    {
        await using var gateway = await ServedGateway.StartAsync();
        await using var prometheus = await PrometheusServer.StartAsync(gateway.Page.Authority);
        await prometheus.FiringAsync();
        Assert.True(await prometheus.ValueAsync("""edge_readings_total{quality="good"}""") > 0);
        Assert.Equal(10, await prometheus.ValueAsync("sum(edge_channel_measuring)"));

        await gateway.TellAsync("fault", "pump.voltage", "unplugged");
        await prometheus.FiringAsync("EdgeChannelSilent pump.current", "EdgeChannelSilent pump.power", "EdgeChannelSilent pump.voltage");
        await gateway.TellAsync("fault", "pump.voltage", "none");
        await prometheus.FiringAsync();

        await using (var full = ChildProcess.Start(PrometheusFactAttribute.Strace, ["-f", "-qq", "-p", $"{gateway.Process.Id}", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", "inject=pwrite64:error=ENOSPC"]))
        {
            await prometheus.FiringAsync("EdgeStoreRefuses");
            full.Terminate();
            await full.WaitForExit();
        }

        await prometheus.FiringAsync();

        var address = gateway.Page.Authority;
        await gateway.StopAsync();
        await prometheus.FiringAsync("EdgeGatewayGone");
        gateway.DamageTheLog();
        await gateway.StartAgainAsync(address);
        await prometheus.FiringAsync("EdgeStoreDamaged");
    }
}
