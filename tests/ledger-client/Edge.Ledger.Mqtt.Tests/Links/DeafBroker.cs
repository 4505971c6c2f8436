using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>Admits everybody, talks, and never reads another byte.</summary>
public sealed class DeafBroker(TimeProvider clock) : LoopbackServer
{
    private static readonly byte[] Message = [0x30, 5, 0, 1, (byte)'t', 0, 1];

    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        _ = await client.ReadAsync(new byte[1], cancellationToken);
        await client.WriteAsync(new byte[] { 0x20, 3, 0, 0, 0 }, cancellationToken);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(0.3), clock);
        while (await beat.WaitForNextTickAsync(cancellationToken)) await client.WriteAsync(Message, cancellationToken);
    }
}
