using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>An MQTT 5 broker that admits everybody and allows no subscription; mosquitto's access rules do not refuse subscriptions.</summary>
public sealed class StrictBroker : LoopbackServer
{
    private const byte Subscribe = 0x82;

    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        var packet = new byte[256];
        while (true)
        {
            // The packets of these tests are short: their length is one byte.
            await client.ReadExactlyAsync(packet.AsMemory(0, 2), cancellationToken);
            await client.ReadExactlyAsync(packet.AsMemory(2, packet[1]), cancellationToken);
            byte[] answer = packet[0] switch
            {
                0x10 => [0x20, 3, 0, 0, 0],
                Subscribe => [0x90, 4, packet[2], packet[3], 0, 0x87],
                _ => [],
            };
            await client.WriteAsync(answer, cancellationToken);
        }
    }
}
