using System.Net.Sockets;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Remote;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Buses.Remote;

public sealed class RemoteI2cBusTests
{
    /// <summary>Bench and client share this machine and its thread pool with every other test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SimulatedClock _clock = new();
    private readonly byte[] _word = new byte[2];

    [Fact]
    public async Task A_transfer_reaches_the_register_and_its_answer_comes_back()
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, Patience);
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [2], _word));
        Assert.Equal([0x80, 0x00], _word);
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [2, 0x12, 0x34], []));
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [], _word));
        Assert.Equal([0x12, 0x34], _word);
        Assert.Null(bus.Trouble);
    }

    [Theory]
    [InlineData(DeviceFault.NoAcknowledge, I2cStatus.NoAcknowledge)]
    [InlineData(DeviceFault.BusStuck, I2cStatus.BusStuck)]
    [InlineData(DeviceFault.ArbitrationLost, I2cStatus.ArbitrationLost)]
    [InlineData(DeviceFault.Short, I2cStatus.Short)]
    public async Task Statuses_pass_unchanged(DeviceFault fault, I2cStatus status)
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, Patience);
        bench.Converter.Fault = fault;
        Assert.Equal(status, bus.Transfer(0x48, [2], _word));
        bench.Converter.Fault = DeviceFault.None;
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [2], _word));
    }

    [Fact]
    public async Task Large_transfers_pass_whole()
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, Patience);
        var read = new byte[8192];
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, new byte[8192], read));
        Assert.Equal([0xFF, 0xFF], read[8190..]);
        Assert.Equal(I2cStatus.Refused, bus.Transfer(0x48, new byte[8193], read));
    }

    [Fact]
    public async Task When_the_bench_restarts_the_bus_is_gone_and_then_works_again()
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, Patience);
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [2], _word));
        await bench.StopAsync();
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], _word));
        Assert.Contains("edge-sim serve", bus.Trouble, StringComparison.Ordinal);
        bench.Start();
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], _word));
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [2], _word));
        Assert.Null(bus.Trouble);
    }

    [Fact]
    public async Task Back_off_grows_to_five_seconds()
    {
        await using var bench = new LoopbackBench();
        await bench.StopAsync();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, Patience);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            bus.Transfer(0x48, [2], _word);
            _clock.Advance(TimeSpan.FromSeconds(5));
        }
        bus.Transfer(0x48, [2], _word);
        bench.Start();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], _word));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [2], _word));
    }

    [Fact]
    public async Task A_bench_that_hangs_times_out_and_its_late_answer_is_not_taken_for_the_next()
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, TimeSpan.FromMilliseconds(200));
        bench.Open.Reset();
        Assert.Equal(I2cStatus.TimedOut, bus.Transfer(0x48, [3], _word));
        Assert.Contains("does not answer in time", bus.Trouble, StringComparison.Ordinal);
        bench.Open.Set();
        using var limit = new CancellationTokenSource(Patience);
        var status = I2cStatus.TimedOut;
        while (status != I2cStatus.Ok && !limit.IsCancellationRequested)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            status = bus.Transfer(0x48, [2], _word);
        }
        Assert.Equal((I2cStatus.Ok, 0x80), (status, _word[0]));
    }

    [Fact]
    public async Task A_bus_that_the_bench_has_not_is_gone_with_the_benchs_own_words()
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-7", _clock, Patience);
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], _word));
        Assert.Contains("no I2C bus \"i2c-7\"", bus.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_share_the_bus_and_each_gets_its_own_answer()
    {
        await using var bench = new LoopbackBench();
        using var bus = new RemoteI2cBus(bench.Socket, "i2c-1", _clock, Patience);
        await Task.WhenAll(Enumerable.Range(2, 2).Select(register => Task.Run(() =>
        {
            var word = new byte[2];
            for (var i = 0; i < 500; i++)
            {
                Assert.Equal(I2cStatus.Ok, bus.Transfer(0x48, [(byte)register], word));
                Assert.Equal(register == 2 ? 0x80 : 0x7F, word[0]);
            }
        })));
    }

    [Fact]
    public void A_path_that_the_kernel_cannot_take_never_makes_it_throw()
    {
        using var bus = new RemoteI2cBus("/" + new string('a', 107), "i2c-1", _clock, Patience);
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], _word));
        Assert.Contains("108 bytes", bus.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_that_speaks_something_else_never_makes_it_throw()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var bus = new RemoteI2cBus(path, "i2c-1", _clock, Patience);
        var answering = Task.Run(() =>
        {
            using var peer = listener.Accept();
            peer.Send("HTTP/1.1 400 Bad Request\r\n\r\n"u8);
            return peer.Receive(new byte[64]);
        });
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], _word));
        Assert.Contains("does not speak", bus.Trouble, StringComparison.Ordinal);
        await answering.WaitAsync(TimeSpan.FromSeconds(10));
        File.Delete(path);
    }
}
