using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.PulseFlow;
using Edge.Sensors.Stacks;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Stacks.Buses;

/// <summary>System.Device.Gpio under the ports, as far as it can be seen without the kernel's devices: absence is a status with advice, never an exception.</summary>
public sealed class CopperTests
{
    private readonly SimulatedClock _clock = new();

    private II2cBus I2c(string device) => Copper.I2c(device, "i2c-1", _clock, TimeSpan.FromMilliseconds(50));

    [Fact]
    public void A_missing_adapter_is_gone_and_says_how_to_switch_it_on()
    {
        using var bus = I2c("/dev/i2c-250");
        Assert.Equal(("i2c-1", null), (bus.Name, bus.Trouble));
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [0], new byte[2]));
        Assert.Contains("/dev/i2c-250 does not exist", bus.Trouble, StringComparison.Ordinal);
        Assert.Contains("i2cdetect", bus.Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/my-i2c")]
    [InlineData("/dev/i2c-")]
    [InlineData("/dev/i2c-one")]
    [InlineData("/dev/i2c--1")]
    public void An_adapter_by_another_name_is_gone_and_says_what_to_write(string device)
    {
        using var bus = I2c(device);
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [0], new byte[2]));
        Assert.Contains("/dev/i2c-N", bus.Trouble, StringComparison.Ordinal);
        Assert.Contains("Stack=system", bus.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_adapter_is_looked_for_again_after_its_back_off_and_not_before()
    {
        using var bus = I2c("/dev/i2c-250");
        Assert.Equal(2, Looks(bus, rounds: 20, TimeSpan.FromMilliseconds(10)));
    }

    /// <summary>How often it was looked for: only then an exception is thrown below.</summary>
    private int Looks(II2cBus bus, int rounds, TimeSpan every)
    {
        var looks = 0;
        var thread = Environment.CurrentManagedThreadId;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        for (var round = 0; round < rounds; round++)
        {
            Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [0], []));
            _clock.Advance(every);
        }

        AppDomain.CurrentDomain.FirstChanceException -= Count;
        return looks;

        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown)
        {
            if (Environment.CurrentManagedThreadId == thread && thrown.Exception is IOException)
                looks++;
        }
    }

    [Fact]
    public void Too_long_a_message_is_refused_before_the_package_sees_it()
    {
        using var bus = I2c("/dev/i2c-250");
        Assert.Equal(I2cStatus.Refused, bus.Transfer(0x48, new byte[8193], []));
        Assert.Equal(I2cStatus.Refused, bus.Transfer(0x48, [], new byte[8193]));
        Assert.Null(bus.Trouble);
    }

    [Fact]
    public async Task A_line_of_a_missing_chip_is_gone_says_why_and_its_meter_has_no_value()
    {
        using var line = Copper.Line("pinctrl-nowhere", 17, new LineSetup(LineBias.PullUp), _clock);
        Assert.Equal((GpioLineState.Gone, "pinctrl-nowhere line 17"), (line.State, line.Name));
        Assert.Equal(LinuxGpioChips.IsMissing("pinctrl-nowhere"), line.Trouble!.Contains("there is no GPIO chip", StringComparison.Ordinal));
        Assert.False(line.TryReadLevel(out _));
        Assert.Equal(0, line.Read(new GpioEdge[4]));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(GpioLineState.Gone, line.State);
        using var end = new CancellationTokenSource();
        var waiting = line.WaitAsync(end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        using var sensor = new PulseFlowSensor(line, new PulseFlowOptions { Outputs = [new("rate", PulseFlowQuantity.Rate)] }, _clock);
        CollectedSamples.AssertAbsent(Reason.BusFault, CollectedSamples.Of(sensor, _clock)[0]);
    }
}
