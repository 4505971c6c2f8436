using System.Net.Sockets;

namespace Edge.Vm.Disks;

/// <summary>Serves one <see cref="VolatileDisk"/> at a Unix socket to one machine, until that machine is ended or the power fails.</summary>
public sealed class DiskServer : IAsyncDisposable
{
    private readonly VolatileDisk _disk;
    private readonly Socket _listener;
    private readonly Task _served;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = -1;

    /// <param name="image">The medium.</param>
    /// <param name="socket">At most 107 bytes.</param>
    public DiskServer(string image, string socket)
    {
        _disk = new VolatileDisk(image);
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        File.Delete(socket);
        _listener.Bind(new UnixDomainSocketEndPoint(socket));
        _listener.Listen(1);
        _served = Task.Factory.StartNew(Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes when the power has failed: nothing is answered any more.</summary>
    public Task PowerFailed => _failed.Task;

    /// <summary>Lets the power fail at this many writes and flushes from now on; that last one is not answered.</summary>
    public void FailAfter(int requests) => Volatile.Write(ref _left, requests);

    /// <summary>Decides what was on its way to the medium. The machine must have been ended.</summary>
    /// <exception cref="InvalidOperationException">The machine spoke another protocol; the message shows what.</exception>
    public async Task<CutSum> CutAsync(Random chance)
    {
        await _served;
        return _disk.Cut(chance);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await _served;
        }
        catch (SocketException)
        {
            // Nobody had connected.
        }
        _disk.Dispose();
    }

    private void Serve()
    {
        using var connection = _listener.Accept();
        using var stream = new NetworkStream(connection);
        var wire = new NbdWire(stream);
        try
        {
            if (!wire.Negotiate(_disk.Length))
                return;
            while (wire.Read(out var request) && Answer(wire, request))
            {
            }

            if (_failed.Task.IsCompleted)
                SayNothing(stream);
        }
        catch (IOException)
        {
            // The machine was ended while it spoke.
        }
    }

    /// <summary>A disk without power does not answer. One that hangs up is an input/output error to the machine, which could report it before it is ended. Returns when it is.</summary>
    private static void SayNothing(NetworkStream stream)
    {
        Span<byte> ignored = stackalloc byte[4096];
        while (stream.Read(ignored) > 0)
        {
        }
    }

    /// <returns>False when this was the last request to be answered.</returns>
    private bool Answer(NbdWire wire, NbdRequest request)
    {
        var isRead = request.Command == NbdCommand.Read;
        if (isRead || request.Command == NbdCommand.Write ? !_disk.Holds(request.Offset, request.Length) : request.Command is not (NbdCommand.Flush or NbdCommand.Disconnect))
        {
            wire.Refuse(request);
            return true;
        }
        if (request.Command == NbdCommand.Disconnect)
        {
            _disk.Flush();
            return false;
        }
        if (isRead)
        {
            var bytes = new byte[request.Length];
            _disk.Read(request.Offset, bytes);
            wire.Reply(request, bytes);
            return true;
        }
        return Change(wire, request);
    }

    private bool Change(NbdWire wire, NbdRequest request)
    {
        var fails = Volatile.Read(ref _left) >= 0 && Interlocked.Decrement(ref _left) < 0;
        if (request.Command == NbdCommand.Write)
            _disk.Write(request.Offset, request.Bytes);
        else if (!fails)
            _disk.Flush();
        if (fails)
        {
            _failed.TrySetResult();
            return false;
        }
        wire.Reply(request, []);
        return true;
    }
}
