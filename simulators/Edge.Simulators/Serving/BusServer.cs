using System.Net.Sockets;

namespace Edge.Simulators.Serving;

/// <summary>Serves a bench's buses and lines on a Unix domain socket; protocol: gateway/Edge.Sensors/Buses/Remote/README.md.</summary>
public sealed class BusServer : IAsyncDisposable
{
    private readonly IBench _bench;
    private readonly TimeProvider _time;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<Task> _connections = [];
    private readonly Lock _gate = new();
    private readonly ulong _session;
    private readonly string _path;
    private Task _accepting = Task.CompletedTask;

    /// <param name="path">Where the socket goes; its folder must exist.</param>
    /// <param name="bench">What is served.</param>
    /// <param name="time">When edges are pushed.</param>
    public BusServer(string path, IBench bench, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _path = path;
        _bench = bench;
        _time = time;
        _session = (ulong)time.GetTimestamp() * 0x9E37_79B9_7F4A_7C15 ^ (ulong)Environment.ProcessId | 1;
    }

    /// <summary>Listens from now on.</summary>
    /// <exception cref="IOException">Another process serves the path, or it cannot be created; the message says what to do.</exception>
    public void Start()
    {
        if (File.Exists(_path))
            RemoveStale();
        try
        {
            _listener.Bind(new UnixDomainSocketEndPoint(_path));
        }
        catch (Exception e) when (e is SocketException or ArgumentOutOfRangeException)
        {
            throw new IOException($"The socket {_path} cannot be created ({e.Message}): choose a short path (up to 107 bytes) in a folder that exists and may be written.", e);
        }
        _listener.Listen(64);
        _accepting = AcceptAsync();
    }

    private void RemoveStale()
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(_path));
        }
        catch (SocketException)
        {
            File.Delete(_path);
            return;
        }
        throw new IOException($"Another process serves {_path}: end it, or choose another --socket.");
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_end.Token).ConfigureAwait(false);
                Follow(new BusConnection(socket, _bench, _session, _time).RunAsync(_end.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A peer that left between connect and accept concerns nobody else.
            }
        }
    }

    private void Follow(Task connection)
    {
        lock (_gate)
        {
            _connections.RemoveWhere(c => c.IsCompleted);
            _connections.Add(connection);
        }
    }

    /// <summary>Closes all connections and removes the socket.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        Task[] open;
        lock (_gate)
            open = [.. _connections];
        await Task.WhenAll(open).ConfigureAwait(false);
        File.Delete(_path);
        _end.Dispose();
    }
}
