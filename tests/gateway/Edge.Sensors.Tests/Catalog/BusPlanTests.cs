using Edge.Sensors.Buses.Remote;
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
        Assert.IsType<RemoteI2cBus>(directory.I2c("i2c-1"));
        Assert.Same(directory.I2c("i2c-1"), directory.I2c("i2c-1"));
        Assert.Contains("i2c-1", Assert.Throws<KeyNotFoundException>(() => directory.I2c("i2c-2")).Message, StringComparison.Ordinal);
    }
}
