using System.Net.Sockets;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>The bytes to and from a broker, over TCP, and over TLS where the endpoint asks for it.</summary>
internal static class BrokerStream
{
    // What the kernel has taken is out of sight: with little of it, a broker that takes nothing more is noticed.
    private const int SendBuffer = 8192;

    /// <exception cref="MqttLinkException">A certificate's file cannot be used, or the broker is not the one that it should be.</exception>
    public static async Task<Stream> OpenAsync(MqttEndpoint endpoint, TimeProvider clock, CancellationToken cancellationToken)
    {
        var tls = endpoint.Tls is { } files ? new BrokerTls(endpoint, files, clock) : null;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendBufferSize = SendBuffer };
        try
        {
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, cancellationToken);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return tls is null ? plain : await tls.WrapAsync(plain, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
