using System.Net.Sockets;
using Edge.Ledger.Mqtt.Tests.Links;

namespace Edge.Ledger.Mqtt.Tests.Stacks;

/// <summary>Admits everybody, says nothing more, and takes of what is sent as much as a test has it take.</summary>
public sealed class SlowBroker : LoopbackServer
{
    private const int ReceiveBuffer = 4096;

    private readonly TaskCompletionSource<NetworkStream> _admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when so many bytes have come, and been taken.</summary>
    public async Task TakeAsync(int bytes) => await (await _admitted.Task).ReadExactlyAsync(new byte[bytes]);

    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        client.Socket.ReceiveBufferSize = ReceiveBuffer;
        // CONNECT is short: its length is one byte.
        var connect = new byte[256];
        await client.ReadExactlyAsync(connect.AsMemory(0, 2), cancellationToken);
        await client.ReadExactlyAsync(connect.AsMemory(2, connect[1]), cancellationToken);
        await client.WriteAsync(new byte[] { 0x20, 3, 0, 0, 0 }, cancellationToken);
        _admitted.SetResult(client);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
