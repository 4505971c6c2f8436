using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Edge.Sensors.Buses.Remote;

/// <summary>
/// An I2C bus in another process, over a Unix domain socket. While that process is away transfers answer
/// <see cref="I2cStatus.Gone"/> at once, and it is looked for again with back-off. Connecting, asking and the whole answer share
/// one time of the machine's, whatever the clock of the back-off is.
/// </summary>
public sealed class RemoteI2cBus : II2cBus
{
    /// <summary>Longest transfer unless told otherwise: the bench shares a loaded machine, copper does not.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly Backoff _backoff;
    private readonly TimeSpan _timeout;
    private readonly Lock _gate = new();
    private readonly byte[] _buffer = new byte[RemoteFrame.Header + RemoteFrame.LongestBody];
    private volatile Socket? _socket;
    private volatile bool _ended;
    private long _started;
    private volatile string? _trouble;

    /// <param name="path">The socket that edge-sim serves.</param>
    /// <param name="name">The bus' key on both sides.</param>
    /// <param name="time">For back-off.</param>
    /// <param name="timeout">Longest transfer.</param>
    public RemoteI2cBus(string path, string name, TimeProvider time, TimeSpan? timeout = null)
    {
        _path = path;
        Name = name;
        _backoff = new Backoff(time);
        _timeout = timeout ?? UsualTimeout;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <inheritdoc/>
    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 8192 || read.Length > 8192)
            return I2cStatus.Refused;
        lock (_gate)
        {
            try
            {
                _started = TimeProvider.System.GetTimestamp();
                if (_socket is null && !TryConnect())
                    return I2cStatus.Gone;
                var body = _buffer.AsSpan(RemoteFrame.Header);
                body[0] = address;
                BinaryPrimitives.WriteUInt16BigEndian(body[1..], (ushort)read.Length);
                write.CopyTo(body[3..]);
                Send(RemoteMessage.Transfer, 3 + write.Length);
                var answer = Receive(RemoteMessage.Transferred);
                var status = (I2cStatus)answer[0];
                if (status != I2cStatus.Ok)
                    return status;
                if (answer.Length - 1 != read.Length)
                    return I2cStatus.Short;
                answer[1..].CopyTo(read);
                return I2cStatus.Ok;
            }
            catch (SocketException e)
            {
                Drop(e.SocketErrorCode);
                return e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock && !_ended ? I2cStatus.TimedOut : I2cStatus.Gone;
            }
            catch (ObjectDisposedException)
            {
                Drop(SocketError.Shutdown);
                return I2cStatus.Gone;
            }
        }
    }

    private bool TryConnect()
    {
        if (_ended || !_backoff.Ready)
            return false;
        var peer = RemotePath.EndPoint(_path);
        _socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = Left() };
        if (_ended)
            throw new SocketException((int)SocketError.Shutdown);
        _socket.Connect(peer);
        Send(RemoteMessage.Hello, new RemoteHello(RemoteKind.I2c, Name, 0, 0, 0, 0).Write(_buffer.AsSpan(RemoteFrame.Header)));
        Receive(RemoteMessage.Welcome);
        _backoff.Succeed();
        _trouble = null;
        return true;
    }

    private void Send(RemoteMessage type, int bodyLength)
    {
        ReadOnlySpan<byte> frame = _buffer.AsSpan(0, RemoteFrame.Seal(_buffer, type, bodyLength));
        while (frame.Length > 0)
        {
            _socket!.SendTimeout = Left();
            frame = frame[_socket.Send(frame)..];
        }
    }

    /// <summary>What is left of the time of this transfer, ms, at least 1.</summary>
    private int Left()
    {
        var left = _timeout - TimeProvider.System.GetElapsedTime(_started);
        return left > TimeSpan.Zero ? Math.Max(1, (int)left.TotalMilliseconds) : throw new SocketException((int)SocketError.TimedOut);
    }

    private ReadOnlySpan<byte> Receive(RemoteMessage expected)
    {
        for (var received = 0; ;)
        {
            _socket!.ReceiveTimeout = Left();
            var count = _socket.Receive(_buffer.AsSpan(received));
            if (count == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            received += count;
            var length = RemoteFrame.Find(_buffer.AsSpan(0, received), out var type, out var body);
            if (length == 0)
                continue;
            if (type == RemoteMessage.Refusal && length > 0)
                _trouble = Encoding.UTF8.GetString(body);
            if (length != received || type != expected || body.IsEmpty)
                throw new SocketException((int)SocketError.ProtocolNotSupported);
            return body;
        }
    }

    private void Drop(SocketError error)
    {
        _socket?.Dispose();
        _socket = null;
        _backoff.Fail();
        if (error != SocketError.ProtocolNotSupported || _trouble is null)
            _trouble = RemoteTrouble.Explain(_path, error);
    }

    /// <summary>Ends also a transfer that waits for its answer: it is <see cref="I2cStatus.Gone"/>, as all later ones are.</summary>
    public void Dispose()
    {
        _ended = true;
        _socket?.Dispose();
    }
}
