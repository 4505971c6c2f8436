using System.Net.Sockets;
using System.Text;
using Edge.Processes;

namespace Edge.Vm.Machines;

/// <summary>The guest's second serial port, of which whole lines are heard. What the guest has written has left it when its write returns.</summary>
public sealed class GuestPort : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Task _heard;

    /// <param name="socket">At most 107 bytes.</param>
    public GuestPort(string socket)
    {
        Path = socket;
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        File.Delete(socket);
        _listener.Bind(new UnixDomainSocketEndPoint(socket));
        _listener.Listen(1);
        _heard = HearAsync();
    }

    public string Path { get; }

    /// <summary>Lines that were ended; the rest of one that a cut left unfinished is dropped.</summary>
    public OutputLines Lines { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _heard;
    }

    private async Task HearAsync()
    {
        try
        {
            using var connection = await _listener.AcceptAsync();
            var buffer = new byte[4096];
            var line = new List<byte>();
            while (await connection.ReceiveAsync(buffer) is > 0 and var count)
            {
                foreach (var one in buffer.AsSpan(0, count))
                {
                    if (one == '\n')
                        Lines.Add(Encoding.UTF8.GetString([.. line]));
                    if (one == '\n')
                        line.Clear();
                    else
                        line.Add(one);
                }
            }
        }
        catch (SocketException)
        {
            // The machine was ended while it spoke, or never connected.
        }
        finally
        {
            Lines.Add(null);
        }
    }
}
