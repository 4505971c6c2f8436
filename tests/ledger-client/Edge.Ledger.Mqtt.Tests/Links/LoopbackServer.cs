using System.Net;
using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>A TCP server on loopback that misbehaves as its subclasses say.</summary>
public abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _clients = [];
    private readonly Task _accepting;

    protected LoopbackServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public void HangUp()
    {
        lock (_clients)
        {
            foreach (var client in _clients) client.Client?.Close(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        HangUp();
        _listener.Stop();
        GC.SuppressFinalize(this);
    }

    protected abstract Task ServeAsync(NetworkStream client, CancellationToken cancellationToken);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                lock (_clients) _clients.Add(client);
                _ = ServeOneAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeOneAsync(TcpClient client)
    {
        try
        {
            using (client) await ServeAsync(client.GetStream(), _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }
}
