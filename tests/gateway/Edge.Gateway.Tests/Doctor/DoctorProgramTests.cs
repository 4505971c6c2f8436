using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Commissioning;
using Edge.Gateway.Health;
using Edge.Gateway.Tests.Faults;
using Edge.Ledger.Entries;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>The real program, beside a real gateway, without one, and on real simulated buses.</summary>
public sealed class DoctorProgramTests
{
    private const int Broken = 3, NotDone = 4;

    [Fact]
    public async Task Signed_without_a_gateway_it_stands_in_the_log_and_the_gateway_goes_on_behind_it()
    {
        await using var gateway = new LoneGateway();

        var (code, said) = await gateway.AskAsync("doctor", "--sign", "Li Wei");

        Assert.Equal(Broken, code);
        Assert.Contains("nobody serves it", said, StringComparison.Ordinal);
        var entered = Assert.Single(gateway.Entries().OfType<EventEntry>());
        Assert.Equal((EntryKind.Maintenance, CommissioningNote.Subject, "Li Wei"), (entered.Event, entered.Subject, entered.Who));
        Assert.Matches("^edge doctor: [0-9]+ broken, [0-9]+ to look at, [0-9]+ well; findings sha-256 [0-9a-f]{64}$", entered.Text);

        gateway.Start();
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        Assert.Single(gateway.Entries().OfType<EventEntry>());
    }

    [Fact]
    public async Task Signed_beside_a_running_gateway_that_one_enters_and_seals_it_and_goes_on()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 0);

        var (code, said) = await gateway.AskAsync("doctor", "--sign", "李伟");

        Assert.Equal(Broken, code);
        Assert.Contains("its devices were not touched", said.ReplaceLineEndings(" "), StringComparison.Ordinal);
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        var entries = gateway.Entries();
        var index = entries.FindIndex(e => e is EventEntry { Subject: CommissioningNote.Subject, Who: "李伟" });
        Assert.InRange(index, 0, entries.Count);
        Assert.IsType<SealEntry>(entries[index + 1]);
    }

    [Fact]
    public async Task Beside_a_gateway_that_runs_another_configuration_nobody_signs_and_the_status_says_so_too_until_it_is_started_anew()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 0);
        Assert.DoesNotContain("another configuration", (await gateway.AskAsync("status")).Said, StringComparison.Ordinal);
        gateway.Change("address: 0x63", "address: 0x64");

        var (code, said) = await gateway.AskAsync("doctor", "--sign", "Zhao Liu");
        var (needed, status) = await gateway.AskAsync("status");

        Assert.Equal((NotDone, 1), (code, needed));
        Assert.Contains("another configuration since", said.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("tap.ph: is another channel in the gateway that runs", said.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("the configuration", status.Split('\n')[0], StringComparison.Ordinal);
        await gateway.UntilAsync(h => h.Needs.Contains(Need.ConfigurationChanged));
        await gateway.StopAsync();
        Assert.Empty(gateway.Entries().OfType<EventEntry>());

        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 0);
        Assert.NotEqual(NotDone, (await gateway.AskAsync("doctor", "--sign", "Zhao Liu")).Code);
        await gateway.StopAsync();
        Assert.Contains(gateway.Entries().OfType<EventEntry>(), e => e.Who == "Zhao Liu");
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public async Task Nobody_signs_without_a_name(string who)
    {
        await using var gateway = new LoneGateway();

        Assert.Equal(NotDone, (await gateway.AskAsync("doctor", "--sign", who)).Code);

        Assert.False(Directory.Exists(gateway.Store));
    }

    [Fact]
    public async Task A_real_bench_is_well_simulates_reports_once_and_never_over_something_else_and_ends_at_once_when_told()
    {
        using var folder = new TemporaryDirectory();
        var socket = folder.File("sim.sock");
        await using var bench = ChildProcess.Start(Programs.Simulator, ["serve", "--socket", socket, "--site-out", folder.File("site.yaml")]);
        await bench.WaitForLine("ready");
        var site = new DoctorSite(folder, File.ReadAllText(folder.File("site.yaml")));

        var (code, said, told) = await site.LookAsync("--lang", "en", "--report", folder.File("r.html"), "--simulate", "12", "main.pressure");

        // Of this site only the broker is missing.
        Assert.Equal(Broken, code);
        Assert.Contains("1 broken, nothing else to look at", said, StringComparison.Ordinal);
        Assert.Matches("main.pressure +12.00 mA +14400 +5.0000 bar +good", said);
        Assert.DoesNotContain("reading water.tap.ph", told, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html><!-- edge-commissioning/v1 -->", File.ReadAllText(folder.File("r.html")), StringComparison.Ordinal);

        Assert.Equal(Broken, (await site.LookAsync("--report", folder.File("r.html"), "--json")).Code);
        Assert.Equal(2, (await site.LookAsync("--report", folder.File("site.yaml"))).Code);
        Assert.Equal(2, (await site.LookAsync("--simulate", "12", "main.flow")).Code);
        Assert.Equal(2, (await site.LookAsync("--simulate", "much", "main.pressure")).Code);

        var (wrong, _, without) = await site.LookAsync("--simulate", "3.5", "--lang", "en");
        Assert.Equal((2, true), (wrong, without.Contains("write a channel behind 3.5, such as --simulate 3.5 main.pressure", StringComparison.Ordinal)));

        await using var ended = site.Start();
        await Eventually.True(() => File.ReadAllText("/proc/net/unix").Contains(OneExamination.NameOf(folder.File("log")), StringComparison.Ordinal));
        var (second, nothing, why) = await site.LookAsync("--lang", "en");
        Assert.Equal((NotDone, ""), (second, nothing));
        Assert.Contains("another examination", why, StringComparison.Ordinal);
        ended.Terminate();
        Assert.Equal(NotDone, await ended.WaitForExit());
        Assert.Contains("nothing was written", ended.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", ended.Output.ToString());
    }
}
