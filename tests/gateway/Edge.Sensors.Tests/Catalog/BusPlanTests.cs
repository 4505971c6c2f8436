using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Buses.Remote;
using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Catalog;

namespace Edge.Sensors.Tests.Catalog;

public sealed class BusPlanTests
{
    private readonly List<SettingProblem> _problems = [];

    private BusPlan? Read(params (string Name, string Value)[] settings) =>
        BusPlan.Read("i2c-1", new SettingBag("buses.i2c-1", settings.ToDictionary(s => s.Name, s => s.Value), _problems));

    [Fact]
    public void The_forms_of_a_bus_are_read()
    {
        Assert.Equal(new BusPlan("i2c-1", BusKind.Remote, "/run/edge-sim.sock", null, null), Read(("kind", "remote"), ("socket", "/run/edge-sim.sock")));
        Assert.Equal(new BusPlan("i2c-1", BusKind.Linux, null, "/dev/i2c-1", null), Read(("kind", "linux"), ("device", "/dev/i2c-1")));
        Assert.Equal(new BusPlan("i2c-1", BusKind.Linux, null, null, "pinctrl-bcm2711"), Read(("kind", "linux"), ("chip", "pinctrl-bcm2711")));
        var wire = Read(("kind", "linux"), ("folder", "/sys/bus/w1/devices"))!;
        Assert.Equal(new BusPlan("i2c-1", BusKind.Linux, null, null, null, "/sys/bus/w1/devices"), wire);
        Assert.Equal([Wiring.OneWire], Enum.GetValues<Wiring>().Where(wire.Carries));
        Assert.Equal(new BusPlan("i2c-1", BusKind.Linux, null, null, null, null, "/dev/ttyUSB0"), Read(("kind", "linux"), ("serial", "/dev/ttyUSB0")));
        Assert.Empty(_problems);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        Assert.Null(Read(("kind", "remote")));
        Assert.Null(Read(("kind", "linux"), ("socket", "/x")));
        Assert.Null(Read(("kind", "linux"), ("device", "/dev/i2c-1"), ("chip", "x")));
        Assert.Null(Read(("kind", "linux"), ("device", "/dev/i2c-1"), ("serial", "/dev/ttyUSB0")));
        Assert.Null(Read(("kind", "remote"), ("socket", "/x"), ("serial", "/dev/ttyUSB0")));
        Assert.Null(Read(("kind", "usb"), ("device", "/dev/i2c-1")));
        Assert.Null(Read(("device", "/dev/i2c-1")));
        Assert.Null(Read(("kind", "linux"), ("chip", "x"), ("folder", "/sys/bus/w1/devices")));
        Assert.Null(Read(("kind", "remote"), ("socket", "/x"), ("folder", "/sys/bus/w1/devices")));
        Assert.Equal(10, _problems.Count);
        Assert.All(_problems, p => Assert.StartsWith("buses.i2c-1.", p.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_socket_whose_path_the_kernel_cannot_take_is_refused_with_the_length_it_can()
    {
        Assert.NotNull(Read(("kind", "remote"), ("socket", "/" + new string('a', 106))));
        Assert.Null(Read(("kind", "remote"), ("socket", "/" + new string('a', 104) + "\u6C34")));
        var problem = Assert.Single(_problems);
        Assert.Equal("buses.i2c-1.socket", problem.Path);
        Assert.Contains("108 bytes", problem.Message, StringComparison.Ordinal);
        Assert.Contains("107", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transfer_on_this_board_may_take_50_ms_and_one_over_a_socket_2_s_unless_it_is_said()
    {
        Assert.Equal(LinuxI2cBus.UsualTimeout, Read(("kind", "linux"), ("device", "/dev/i2c-1"))!.Timeout);
        Assert.Equal(RemoteI2cBus.UsualTimeout, Read(("kind", "remote"), ("socket", "/x"))!.Timeout);
        Assert.Equal(TimeSpan.FromMilliseconds(20), Read(("kind", "linux"), ("device", "/dev/i2c-1"), ("timeout", "20ms"))!.Timeout);
        Assert.Null(Read(("kind", "linux"), ("device", "/dev/i2c-1"), ("timeout", "5ms")));
        Assert.Null(Read(("kind", "linux"), ("chip", "x"), ("timeout", "50ms")));
        Assert.Equal(["buses.i2c-1.timeout", "buses.i2c-1.timeout"], _problems.Select(p => p.Path));
    }

    [Fact]
    public void The_lines_that_free_a_bus_are_read_and_belong_to_one_on_this_board()
    {
        (string, string)[] linux = [("kind", "linux"), ("device", "/dev/i2c-1")];
        Assert.Equal(new RecoveryPlan("pinctrl-bcm2711", 23, 24), Read(linux, ("chip", "pinctrl-bcm2711"), ("scl", "23"), ("sda", "24"))!.Recovery);
        Assert.Empty(_problems);
        Assert.Null(Read(linux, ("chip", "pinctrl-bcm2711"), ("scl", "23"), ("sda", "23")));
        Assert.Null(Read(linux, ("chip", "pinctrl-bcm2711"), ("scl", "-1"), ("sda", "23")));
        Assert.Null(Read(linux, ("scl", "24"), ("sda", "23")));
        Assert.Null(Read(linux, ("chip", "x"), ("sda", "23")));
        Assert.Null(Read([("kind", "remote"), ("socket", "/x")], ("chip", "x"), ("scl", "24"), ("sda", "23")));
        Assert.Equal(["recovery.sda", "recovery.scl", "recovery.chip", "recovery.scl", "recovery"], _problems.Select(p => p.Path["buses.i2c-1.".Length..]));
    }

    private BusPlan? Read((string Name, string Value)[] settings, params (string Name, string Value)[] recovery) => BusPlan.Read(
        "i2c-1", new SettingBag("buses.i2c-1", settings.ToDictionary(s => s.Name, s => s.Value), _problems),
        new SettingBag("buses.i2c-1.recovery", recovery.ToDictionary(s => s.Name, s => s.Value), _problems));

    [Fact]
    public void A_serial_line_carries_serial_sensors_only_and_is_opened_once()
    {
        var plan = Read(("kind", "linux"), ("serial", "/dev/ttyUSB0"))!;
        Assert.Equal([Wiring.Serial], Enum.GetValues<Wiring>().Where(plan.Carries));
        using var directory = new BusDirectory([plan], TimeProvider.System);
        Assert.Same(directory.Serial("i2c-1"), directory.Serial("i2c-1"));
        Assert.Throws<KeyNotFoundException>(() => directory.I2c("i2c-1"));
    }

    [Fact]
    public void A_directory_opens_each_bus_once_and_names_what_it_has_not()
    {
        using var directory = new BusDirectory([Read(("kind", "remote"), ("socket", "/nowhere/edge-sim.sock"))!], TimeProvider.System);
        Assert.IsType<SharedI2cBus>(directory.I2c("i2c-1"));
        Assert.Same(directory.I2c("i2c-1"), directory.I2c("i2c-1"));
        Assert.Contains("i2c-1", Assert.Throws<KeyNotFoundException>(() => directory.I2c("i2c-2")).Message, StringComparison.Ordinal);
    }
}
