using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.PulseFlow;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Buses.Linux;

/// <summary>What can be seen without the kernel's devices: absence is a status with advice, never an exception.</summary>
public sealed class LinuxBusTests
{
    private readonly SimulatedClock _clock = new();

    [Fact]
    public void A_missing_I2C_device_is_gone_and_says_how_to_switch_it_on()
    {
        using var bus = new LinuxI2cBus("/dev/i2c-250", "i2c-1", _clock);
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [0], new byte[2]));
        Assert.Contains("/dev/i2c-250 does not exist", bus.Trouble, StringComparison.Ordinal);
        Assert.Contains("i2cdetect", bus.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_bus_refuses_the_transfer()
    {
        var file = Path.GetTempFileName();
        using (var bus = new LinuxI2cBus(file, "i2c-1", _clock))
            Assert.Equal(I2cStatus.Refused, bus.Transfer(0x48, [0], new byte[2]));
        File.Delete(file);
    }

    [Fact]
    public void A_bus_that_was_missing_is_looked_for_again_after_its_back_off()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var bus = new LinuxI2cBus(path, "i2c-1", _clock);
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [0], []));
        File.WriteAllText(path, "");
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [0], []));
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(I2cStatus.Refused, bus.Transfer(0x48, [0], []));
        Assert.Null(bus.Trouble);
        File.Delete(path);
    }

    [Fact]
    public void Too_long_a_message_is_refused_before_the_kernel_sees_it()
    {
        using var bus = new LinuxI2cBus("/dev/i2c-250", "i2c-1", _clock);
        Assert.Equal(I2cStatus.Refused, bus.Transfer(0x48, new byte[8193], []));
        Assert.Null(bus.Trouble);
    }

    [Fact]
    public void Lines_of_a_missing_chip_cannot_be_reached_and_say_why()
    {
        var folder = Directory.CreateTempSubdirectory();
        using (var lines = new LinuxBusLines("pinctrl-nowhere", 23, 24, folder.FullName))
        {
            Assert.False(lines.TryRead(out _, out _));
            Assert.False(lines.TryDrive(true, true));
            Assert.Contains("no GPIO chip", lines.Trouble, StringComparison.Ordinal);
        }
        folder.Delete();
    }

    [Fact]
    public void A_missing_GPIO_chip_is_gone_and_its_meter_has_no_value()
    {
        var folder = Directory.CreateTempSubdirectory();
        using (var line = new LinuxGpioLine("pinctrl-nowhere", 17, default, folder.FullName))
        {
            Assert.Equal(GpioLineState.Gone, line.State);
            Assert.Contains("no GPIO chip", line.Trouble, StringComparison.Ordinal);
            Assert.False(line.TryReadLevel(out _));
            using var sensor = new PulseFlowSensor(line, new PulseFlowOptions { Outputs = [new("rate", PulseFlowQuantity.Rate)] }, _clock);
            CollectedSamples.AssertAbsent(Reason.BusFault, CollectedSamples.Of(sensor, _clock)[0]);
        }
        folder.Delete();
    }
}
