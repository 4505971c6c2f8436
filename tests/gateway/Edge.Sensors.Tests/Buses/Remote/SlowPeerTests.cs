using System.Net.Sockets;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Remote;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Buses.Remote;

/// <summary>A peer that accepts and then takes its time holds nobody for longer than one transfer may take.</summary>
public sealed class SlowPeerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _end = new();

    public SlowPeerTests()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(_path));
        _listener.Listen();
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _listener.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public async Task A_peer_that_drips_its_answer_byte_by_byte_is_given_up_after_the_time_of_one_transfer()
    {
        using var bus = new RemoteI2cBus(_path, "i2c-1", new SimulatedClock(), TimeSpan.FromMilliseconds(500));
        var dripping = DripAsync(_end.Token);
        var status = await Task.Run(() => bus.Transfer(0x48, [2], new byte[2])).WaitAsync(Limit);
        Assert.Equal(I2cStatus.TimedOut, status);
        Assert.Contains("does not answer in time", bus.Trouble, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => dripping);
    }

    [Fact]
    public async Task Ending_the_bus_does_not_wait_for_a_transfer_that_hangs()
    {
        var bus = new RemoteI2cBus(_path, "i2c-1", new SimulatedClock(), TimeSpan.FromMinutes(1));
        var transfer = Task.Run(() => bus.Transfer(0x48, [2], new byte[2]));
        using var peer = await _listener.AcceptAsync().WaitAsync(Limit);
        await peer.ReceiveAsync(new byte[64]).WaitAsync(Limit);
        await Task.Run(bus.Dispose).WaitAsync(Limit);
        Assert.Equal(I2cStatus.Gone, await transfer.WaitAsync(Limit));
        Assert.Equal(I2cStatus.Gone, bus.Transfer(0x48, [2], new byte[2]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_whose_peer_says_nothing_whole_after_its_welcome_is_gone_with_the_reason(bool drips)
    {
        using var line = new RemoteGpioLine(_path, "gpio", 17, TimeProvider.System, TimeSpan.FromMilliseconds(500));
        using var peer = await _listener.AcceptAsync().WaitAsync(Limit);
        await peer.SendAsync(new byte[] { 0, 9, (byte)RemoteMessage.Welcome, RemoteFrame.Version, 0, 0, 0, 0, 0, 0, 0, 5 });
        await peer.SendAsync(new byte[] { 0, RemoteFrame.EdgesHeader, (byte)RemoteMessage.Edges, 0, 1, 0, 1 });
        using var limit = new CancellationTokenSource(Limit);
        await UntilAsync(line, () => line.State == GpioLineState.Present, limit.Token);
        Assert.True(line.TryReadLevel(out var high) && high);
        var dripping = drips ? DripAsync(peer, RemoteMessage.Edges, _end.Token) : Task.CompletedTask;
        await UntilAsync(line, () => line.State == GpioLineState.Gone, limit.Token);
        Assert.False(line.TryReadLevel(out _));
        Assert.Contains("does not answer in time", line.Trouble, StringComparison.Ordinal);
        if (drips)
            await Assert.ThrowsAnyAsync<Exception>(() => dripping);
    }

    [Fact]
    public async Task A_peer_that_accepts_and_never_greets_is_told_too()
    {
        using var line = new RemoteGpioLine(_path, "gpio", 17, TimeProvider.System, TimeSpan.FromMilliseconds(200));
        await Task.Run(() => Assert.True(line.WaitUntilTried(Limit)));
        Assert.Contains("does not answer in time", line.Trouble, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(RemoteGpioLine line, Func<bool> reached, CancellationToken cancellationToken)
    {
        while (!reached())
            await line.WaitAsync(cancellationToken);
    }

    private async Task DripAsync(CancellationToken cancellationToken)
    {
        using var peer = await _listener.AcceptAsync(cancellationToken);
        await DripAsync(peer, RemoteMessage.Welcome, cancellationToken);
    }

    /// <summary>A message that never becomes whole.</summary>
    private static async Task DripAsync(Socket peer, RemoteMessage message, CancellationToken cancellationToken)
    {
        await peer.SendAsync(new byte[] { 0x40, 0x00, (byte)message }, cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await peer.SendAsync(new byte[] { 1 }, cancellationToken);
    }
}
