using System.Diagnostics;
using Edge.Testing;

namespace Edge.House.Tests.Plan;

/// <summary>The systemd unit that technicians install, as a file: where it runs, tests/vm looks.</summary>
public sealed class ServiceUnitTests
{
    private const string Unit = "hardware/systemd/edge-gateway.service";

    private static readonly string[] Lines = Repository.Read(Unit).Split('\n');

    /// <summary>A USB adapter's kind of device has no name in the kernel before the first was plugged in: by their numbers (Documentation/admin-guide/devices.txt) they are allowed all the same.</summary>
    [Theory]
    [InlineData("char-i2c rw")]
    [InlineData("char-gpiochip rw")]
    [InlineData("char-rtc r")]
    [InlineData("char-ttyAMA rw")]
    [InlineData("char-ttyS rw")]
    [InlineData("char-188 rw")]
    [InlineData("char-166 rw")]
    public void It_may_open_every_kind_of_device_that_a_configuration_can_name(string device)
    {
        Assert.Contains("DevicePolicy=closed", Lines);
        Assert.Contains($"DeviceAllow={device}", Lines);
    }

    [Fact]
    public void Its_groups_exist_and_own_what_it_opens()
    {
        var groups = Lines.Single(l => l.StartsWith("SupplementaryGroups=", StringComparison.Ordinal)).Split('=')[1].Split(' ');
        var made = Repository.Read("hardware/systemd/edge.sysusers.conf");
        var rules = Repository.Read("hardware/udev/60-edge.rules");

        Assert.Equal(["i2c", "gpio", "dialout"], groups);
        Assert.All(groups, g => Assert.Contains($"g {g} -", made, StringComparison.Ordinal));
        Assert.All(groups, g => Assert.Contains($"GROUP=\"{g}\"", rules, StringComparison.Ordinal));
    }

    /// <summary>1-wire thermometers are files of /sys, to be read: those settings leave them readable.</summary>
    [Fact]
    public void It_can_read_1_wire_devices_in_sys()
    {
        Assert.Contains("ProtectKernelTunables=yes", Lines);
        Assert.DoesNotContain(Lines, l => l.StartsWith("InaccessiblePaths=", StringComparison.Ordinal) || l.StartsWith("TemporaryFileSystem=", StringComparison.Ordinal) || l.StartsWith("RootDirectory=", StringComparison.Ordinal));
    }

    [SystemdFact]
    public async Task Systemd_rates_its_exposure_2_0_or_better()
    {
        var start = new ProcessStartInfo(SystemdFactAttribute.Program, ["security", "--offline=true", "--threshold=20", "--no-pager", Path.Combine(Programs.RepositoryRoot, Unit)]) { RedirectStandardOutput = true };
        using var rating = Process.Start(start)!;
        var said = await rating.StandardOutput.ReadToEndAsync();
        await rating.WaitForExitAsync();

        Assert.True(rating.ExitCode == 0, said);
    }
}
