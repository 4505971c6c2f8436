using Edge.Gateway.Tests.Doctor;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

/// <summary>A real gateway whose real simulated bus hangs, with lines that nobody can reach.</summary>
public sealed class StuckBusTests
{
    [Fact]
    public async Task A_bus_that_one_device_holds_is_named_until_it_is_let_go_and_the_channels_of_other_buses_go_on()
    {
        using var folder = new TemporaryDirectory();
        var socket = folder.File("sim.sock");
        await using var bench = ChildProcess.Start(Programs.Simulator, ["serve", "--socket", socket, "--site-out", folder.File("site.yaml")]);
        await bench.WaitForLine("ready");
        _ = new DoctorSite(folder, File.ReadAllText(folder.File("site.yaml")));
        await using var gateway = ChildProcess.Start(Programs.Gateway, ["run", "--config", folder.File("gateway.yaml")]);
        await SaysAsync("Measuring all 9 channels");

        await TellAsync("fault main.pressure bus-stuck");
        await SaysAsync("Measuring 2 of 9 channels", "needs you: a bus", "i2c-1 is stuck: no transfer ends");

        await TellAsync("fault main.pressure none");
        await SaysAsync("Measuring all 9 channels");

        async Task TellAsync(string command)
        {
            await using var told = ChildProcess.Start(Programs.Simulator, ["tell", "--socket", socket, command]);
            Assert.Equal(0, await told.WaitForExit());
        }

        Task SaysAsync(params string[] parts) => Eventually.True(async () =>
        {
            await using var status = ChildProcess.Start(Programs.Gateway, ["status", "--config", folder.File("gateway.yaml"), "--lang", "en"]);
            await status.WaitForExit();
            return parts.All(p => status.Output.ToString().Contains(p, StringComparison.Ordinal));
        });
    }
}
