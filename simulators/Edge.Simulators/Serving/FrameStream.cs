using System.Net.Sockets;
using Edge.Sensors.Buses.Remote;

namespace Edge.Simulators.Serving;

/// <summary>Frames over one connection. One reader and one writer at a time.</summary>
internal sealed class FrameStream(Socket socket)
{
    private readonly byte[] _in = new byte[2 * (RemoteFrame.Header + RemoteFrame.LongestBody)];
    private readonly byte[] _out = new byte[RemoteFrame.Header + RemoteFrame.LongestBody];
    private int _have;
    private int _taken;

    /// <summary>Where the next body to send is put.</summary>
    public Memory<byte> Body => _out.AsMemory(RemoteFrame.Header);

    public async ValueTask SendAsync(RemoteMessage type, int bodyLength, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> rest = _out.AsMemory(0, RemoteFrame.Seal(_out, type, bodyLength));
        while (rest.Length > 0)
            rest = rest[await socket.SendAsync(rest, cancellationToken).ConfigureAwait(false)..];
    }

    /// <summary>The next frame; its body is valid until the next call. Null when the peer has closed or breaks the rules.</summary>
    public async ValueTask<(RemoteMessage Type, ReadOnlyMemory<byte> Body)?> ReceiveAsync(CancellationToken cancellationToken)
    {
        _in.AsSpan(_taken, _have - _taken).CopyTo(_in);
        _have -= _taken;
        _taken = 0;
        while (true)
        {
            var length = RemoteFrame.Find(_in.AsSpan(0, _have), out var type, out var body);
            if (length < 0)
                return null;
            if (length > 0)
            {
                _taken = length;
                return (type, _in.AsMemory(RemoteFrame.Header, body.Length));
            }
            var count = await socket.ReceiveAsync(_in.AsMemory(_have), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return null;
            _have += count;
        }
    }
}
