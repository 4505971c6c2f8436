using System.Device.I2c;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Stacks;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Stacks.Buses;

/// <summary>What the package says of an adapter, as the port says it.</summary>
public sealed class DeviceI2cBusTests : IDisposable
{
    private const byte Present = 0x48, Absent = 0x50;

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _wires = new("wires");
    private readonly List<PackageAdapter> _opened = [];
    private readonly List<(string Path, TimeSpan Timeout)> _told = [];
    private readonly DeviceI2cBus _bus;

    public DeviceI2cBusTests()
    {
        _wires.Connect(new SimulatedAds1x15(Ads1x15Chip.Ads1115, Present, _clock));
        _bus = new DeviceI2cBus("/dev/i2c-7", "field", _clock, TimeSpan.FromMilliseconds(50), Open, (path, timeout) => _told.Add((path, timeout)));

        I2cBus Open(int number)
        {
            Assert.Equal(7, number);
            _opened.Add(new PackageAdapter(_wires));
            return _opened[^1];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _bus.Dispose();

    [Fact]
    public void The_address_alone_is_answered_by_a_device_and_by_nobody_else()
    {
        Assert.Equal((I2cStatus.Ok, I2cStatus.NoAcknowledge), (_bus.Transfer(Present, [], []), _bus.Transfer(Absent, [], [])));
        Assert.All(_opened.Single().Sent, transfer => Assert.Equal((0, 1), (transfer.Written, transfer.Read)));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    public void A_transfer_is_one_on_the_wires_with_its_parts_as_they_are(int written, int read)
    {
        Assert.Equal(I2cStatus.Ok, _bus.Transfer(Present, new byte[written], new byte[read]));
        Assert.Equal([(Present, written, read)], _opened.Single().Sent);
    }

    [Theory]
    [InlineData(Errno.ERemoteIo, I2cStatus.NoAcknowledge)]
    [InlineData(Errno.ETimedOut, I2cStatus.TimedOut)]
    [InlineData(Errno.EAgain, I2cStatus.ArbitrationLost)]
    [InlineData(Errno.EOpNotSupp, I2cStatus.Refused)]
    public void The_kernels_error_is_found_in_the_words_and_the_adapter_is_kept(int error, I2cStatus status)
    {
        Assert.Equal(I2cStatus.Ok, _bus.Transfer(Present, [0], []));
        _opened.Single().Error = error;
        Assert.Equal((status, null), (_bus.Transfer(Present, [0], []), _bus.Trouble));
        _opened.Single().Error = null;
        Assert.Equal(I2cStatus.Ok, _bus.Transfer(Present, [0], []));
        Assert.False(_opened.Single().IsDisposed);
    }

    [Fact]
    public void An_adapter_that_disappears_is_let_go_of_told_and_opened_again_after_its_back_off()
    {
        Assert.Equal(I2cStatus.Ok, _bus.Transfer(Present, [0], []));
        _opened[0].Error = Errno.ENoDev;
        Assert.Equal(I2cStatus.Gone, _bus.Transfer(Present, [0], []));
        Assert.True(_opened[0].IsDisposed);
        Assert.Contains("disappeared", _bus.Trouble, StringComparison.Ordinal);

        Assert.Equal(I2cStatus.Gone, _bus.Transfer(Present, [0], []));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((I2cStatus.Ok, null, 2), (_bus.Transfer(Present, [0], []), _bus.Trouble, _opened.Count));
    }

    [Fact]
    public void An_adapter_is_told_how_long_a_transfer_may_take_each_time_it_is_opened()
    {
        Assert.Empty(_told);
        _bus.Transfer(Present, [0], []);
        _bus.Transfer(Present, [0], []);
        Assert.Equal([("/dev/i2c-7", TimeSpan.FromMilliseconds(50))], _told);

        _opened[0].Error = Errno.ENoDev;
        _bus.Transfer(Present, [0], []);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _bus.Transfer(Present, [0], []);
        Assert.Equal((2, 2), (_opened.Count, _told.Count));
    }
}
