using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Remote;

namespace Edge.Sensors.Tests.Buses.Remote;

public sealed class RemoteFrameTests
{
    [Fact]
    public void A_transfer_on_the_wire_is_length_type_address_wanted_and_written_bytes()
    {
        byte[] frame = [0, 0, 0, 0x48, 0, 2, 1];
        Assert.Equal(7, RemoteFrame.Seal(frame, RemoteMessage.Transfer, 4));
        Assert.Equal([0, 4, 4, 0x48, 0, 2, 1], frame);
        Assert.Equal(7, RemoteFrame.Find(frame, out var type, out var body));
        Assert.Equal((RemoteMessage.Transfer, 4), (type, body.Length));
        for (var length = 0; length < frame.Length; length++)
            Assert.Equal(0, RemoteFrame.Find(frame.AsSpan(0, length), out _, out _));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 4 })]
    [InlineData(new byte[] { 0, 1, 0 })]
    [InlineData(new byte[] { 0, 1, 9 })]
    public void Unknown_types_and_lengths_beyond_the_limit_break_the_rules(byte[] frame) =>
        Assert.Equal(-1, RemoteFrame.Find(frame, out _, out _));

    [Fact]
    public void Edges_and_greetings_come_back_as_they_were()
    {
        var bytes = new byte[64];
        var edge = new GpioEdge(long.MaxValue - 1, uint.MaxValue, 3, true);
        RemoteFrame.WriteEdge(bytes, edge);
        Assert.Equal(edge, RemoteFrame.ReadEdge(bytes, 3));
        var hello = new RemoteHello(RemoteKind.Line, "gpio", 17, 0xDEAD_BEEF_0000_0001, 2, 99);
        Assert.True(RemoteHello.TryRead(bytes.AsSpan(0, hello.Write(bytes)), out var again, out _));
        Assert.Equal(hello, again);
    }

    [Fact]
    public void Another_version_is_refused_with_both_numbers()
    {
        Assert.False(RemoteHello.TryRead([7, 1], out _, out var problem));
        Assert.Contains("version 2", problem, StringComparison.Ordinal);
        Assert.Contains("client 7", problem, StringComparison.Ordinal);
    }
}
