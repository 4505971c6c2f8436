using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>Admits everybody, says the same on and on, and never reads another byte.</summary>
public sealed class GreedyBroker(byte[] words) : LoopbackServer
{
    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        _ = await client.ReadAsync(new byte[1], cancellationToken);
        await client.WriteAsync(new byte[] { 0x20, 3, 0, 0, 0 }, cancellationToken);
        while (true) await client.WriteAsync(words, cancellationToken);
    }
}
