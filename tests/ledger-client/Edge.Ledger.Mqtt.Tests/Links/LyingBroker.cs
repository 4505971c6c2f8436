using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>An MQTT 5 broker that admits everybody, and then says what a test has it say.</summary>
/// <param name="limits">Properties of its CONNACK.</param>
/// <param name="answer">What it says to a packet, given its first byte and what follows its length; a PINGREQ it answers itself.</param>
/// <param name="greeting">What it says once it has admitted somebody.</param>
/// <param name="remembers">It says that it has a session of whoever comes.</param>
public sealed class LyingBroker(byte[]? limits = null, Func<byte, byte[], byte[]>? answer = null, byte[]? greeting = null, bool remembers = false) : LoopbackServer
{
    private readonly List<byte> _received = [];

    /// <summary>The first bytes of the packets that came, without CONNECT.</summary>
    public byte[] Received
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    public static byte[] PubAck(ReadOnlySpan<byte> number, byte reason = 0) => [0x40, 4, number[0], number[1], reason, 0];

    public static byte[] SubAck(ReadOnlySpan<byte> number, byte reason) => [0x90, 4, number[0], number[1], 0, reason];

    /// <summary>The number of a PUBLISH of QoS 1 or of a SUBSCRIBE.</summary>
    public static byte[] Number(byte header, byte[] body) => header >> 4 == 3 ? body[(2 + body[0] * 256 + body[1])..][..2] : body[..2];

    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        _ = await ReadAsync(client, cancellationToken);
        await client.WriteAsync(new byte[] { 0x20, (byte)(3 + (limits?.Length ?? 0)), (byte)(remembers ? 1 : 0), 0, (byte)(limits?.Length ?? 0) }.Concat(limits ?? []).ToArray(), cancellationToken);
        await client.WriteAsync(greeting ?? [], cancellationToken);
        while (true)
        {
            var (header, body) = await ReadAsync(client, cancellationToken);
            lock (_received) _received.Add(header);
            await client.WriteAsync(header == 0xC0 ? [0xD0, 0] : answer?.Invoke(header, body) ?? [], cancellationToken);
        }
    }

    private static async Task<(byte Header, byte[] Body)> ReadAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        var one = new byte[1];
        await client.ReadExactlyAsync(one, cancellationToken);
        var header = one[0];
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            await client.ReadExactlyAsync(one, cancellationToken);
            length |= (one[0] & 0x7F) << shift;
            if (one[0] < 0x80) break;
        }
        var body = new byte[length];
        await client.ReadExactlyAsync(body, cancellationToken);
        return (header, body);
    }
}
