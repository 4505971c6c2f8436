using System.Buffers.Binary;
using System.Net.Sockets;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Remote;

namespace Edge.Sensors.Tests.Buses.Remote;

/// <summary>A peer that says what cannot be is not followed any longer, and the line says so.</summary>
public sealed class LyingPeerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public LyingPeerTests()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(_path));
        _listener.Listen();
    }

    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public async Task Edges_before_the_welcome_are_not_taken()
    {
        using var line = new RemoteGpioLine(_path, "gpio", 17, TimeProvider.System);
        using var peer = await _listener.AcceptAsync().WaitAsync(Limit);
        peer.Send(Edges(1));
        await AssertDroppedAsync(line, peer);
        Assert.Equal(0, line.Read(new GpioEdge[4]));
    }

    [Theory]
    [InlineData(7u)]
    [InlineData(6u)]
    public async Task A_sequence_that_does_not_go_on_within_a_generation_is_not_taken(uint second)
    {
        using var line = new RemoteGpioLine(_path, "gpio", 17, TimeProvider.System);
        using var peer = await _listener.AcceptAsync().WaitAsync(Limit);
        peer.Send([0, 9, (byte)RemoteMessage.Welcome, RemoteFrame.Version, 0, 0, 0, 0, 0, 0, 0, 5]);
        peer.Send(Edges(7));
        peer.Send(Edges(second));
        await AssertDroppedAsync(line, peer);
        var edges = new GpioEdge[4];
        Assert.Equal(1, line.Read(edges));
        Assert.Equal(7u, edges[0].Sequence);
    }

    [Fact]
    public async Task A_path_that_the_kernel_cannot_take_is_told_and_does_not_end_the_line_silently()
    {
        using var line = new RemoteGpioLine("/" + new string('a', 107), "gpio", 17, TimeProvider.System);
        await Task.Run(() => Assert.True(line.WaitUntilTried(Limit)));
        Assert.Contains("108 bytes", line.Trouble, StringComparison.Ordinal);
    }

    private static async Task AssertDroppedAsync(RemoteGpioLine line, Socket peer)
    {
        var buffer = new byte[64];
        while (await peer.ReceiveAsync(buffer).WaitAsync(Limit) > 0)
        {
        }
        using var limit = new CancellationTokenSource(Limit);
        while (line.Trouble is null)
            await line.WaitAsync(limit.Token);
        Assert.Contains("does not speak", line.Trouble, StringComparison.Ordinal);
    }

    private static byte[] Edges(uint sequence)
    {
        var frame = new byte[RemoteFrame.Header + RemoteFrame.EdgesHeader + RemoteFrame.EdgeBytes];
        RemoteFrame.Seal(frame, RemoteMessage.Edges, RemoteFrame.EdgesHeader + RemoteFrame.EdgeBytes);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(RemoteFrame.Header + 2), 1);
        RemoteFrame.WriteEdge(frame.AsSpan(RemoteFrame.Header + RemoteFrame.EdgesHeader), new GpioEdge(1000, sequence, 1, true));
        return frame;
    }
}
