using System.Net;
using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>A broker of before 2019: a real one behind, that gets to see 3.1.1 only.</summary>
public sealed class OldBroker(int realPort, bool answersRefusal) : LoopbackServer
{
    /// <summary>CONNECT: fixed header of two bytes (short packets), "MQTT" with its length, then the protocol level.</summary>
    private const int LevelOffset = 8;

    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var n = await client.ReadAtLeastAsync(buffer, LevelOffset + 1, cancellationToken: cancellationToken);
        if (buffer[LevelOffset] == 5)
        {
            // A 3.1.1 CONNACK: return code 1, unacceptable protocol version.
            if (answersRefusal) await client.WriteAsync(new byte[] { 0x20, 2, 0, 1 }, cancellationToken);
            return;
        }
        using var real = new TcpClient();
        await real.ConnectAsync(IPAddress.Loopback, realPort, cancellationToken);
        await real.GetStream().WriteAsync(buffer.AsMemory(0, n), cancellationToken);
        await Task.WhenAny(client.CopyToAsync(real.GetStream(), cancellationToken), real.GetStream().CopyToAsync(client, cancellationToken));
    }
}
