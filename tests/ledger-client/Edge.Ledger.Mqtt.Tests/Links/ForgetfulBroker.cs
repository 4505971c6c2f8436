using System.Net;
using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>Stands before a real broker; from a moment on it swallows what the client sends.</summary>
public class ForgetfulBroker(int realPort) : LoopbackServer
{
    private volatile bool _swallow;

    public void Swallow() => _swallow = true;

    protected override async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        using var real = new TcpClient();
        await real.ConnectAsync(IPAddress.Loopback, realPort, cancellationToken);
        await Task.WhenAny(CopyAsync(client, real.GetStream(), cancellationToken), real.GetStream().CopyToAsync(client, cancellationToken));
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[65536];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var n)
        {
            if (!_swallow) await to.WriteAsync(buffer.AsMemory(0, n), cancellationToken);
        }
    }
}
