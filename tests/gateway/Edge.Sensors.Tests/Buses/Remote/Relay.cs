using System.Net.Sockets;

namespace Edge.Sensors.Tests.Buses.Remote;

/// <summary>Stands between client and bench and can cut their connection while both live.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-relay-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<Socket> _open = [];
    private readonly string _target;
    private readonly Task _accepting;
    private bool _held;

    public Relay(string target)
    {
        _target = target;
        _listener.Bind(new UnixDomainSocketEndPoint(Socket));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    public string Socket => Path.Combine(_folder.FullName, "relay.sock");

    public void Cut()
    {
        lock (_open)
        {
            _open.ForEach(s => s.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Cuts, and lets nobody through until released.</summary>
    public void Hold()
    {
        lock (_open)
            _held = true;
        Cut();
    }

    public void Release()
    {
        lock (_open)
            _held = false;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                Join(await _listener.AcceptAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The relay has ended.
        }
    }

    private void Join(Socket client)
    {
        lock (_open)
        {
            if (_held)
            {
                client.Dispose();
                return;
            }
            var bench = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            bench.Connect(new UnixDomainSocketEndPoint(_target));
            _open.AddRange([client, bench]);
            _ = PassAsync(client, bench);
            _ = PassAsync(bench, client);
        }
    }

    private static async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[4096];
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
                await to.SendAsync(buffer.AsMemory(0, count));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        to.Dispose();
        from.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        Cut();
        _folder.Delete(true);
    }
}
