using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Buses.Remote;

/// <summary>
/// A line in another process, over a Unix domain socket: edges are pushed as they happen. After a lost connection it goes on
/// behind the last edge it saw, if the bench still has it; otherwise the sequence jumps, or the generation changes. A bench that
/// says nothing whole for longer than <see cref="UsualPatience"/> is left like one that hung up: what it knows of the line is not known here.
/// </summary>
public sealed class RemoteGpioLine : IGpioLine
{
    /// <summary>How long a bench may be silent unless told otherwise: four heartbeats.</summary>
    public static readonly TimeSpan UsualPatience = 4 * RemoteFrame.Heartbeat;

    private readonly string _path;
    private readonly string _bus;
    private readonly uint _offset;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly EdgeBuffer _edges = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Backoff _backoff;
    private readonly Task _pump;
    private readonly ManualResetEventSlim _tried = new();
    private ulong _session;
    private ushort _remoteGeneration;
    private ushort _generation;
    private uint _sequence;
    private bool _seen;
    private bool _welcome;
    private volatile GpioLineState _state = GpioLineState.Gone;
    private volatile int _level = -1;
    private volatile string? _trouble;

    /// <param name="path">The socket that edge-sim serves.</param>
    /// <param name="bus">The bus' key on both sides.</param>
    /// <param name="offset">The line's offset.</param>
    /// <param name="time">For back-off.</param>
    /// <param name="patience">How long the bench may be silent, by the machine's time.</param>
    public RemoteGpioLine(string path, string bus, int offset, TimeProvider time, TimeSpan? patience = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        _path = path;
        _bus = bus;
        _offset = (uint)offset;
        _time = time;
        _patience = patience ?? UsualPatience;
        _backoff = new Backoff(time);
        Name = $"{bus} line {offset}";
        _pump = PumpAsync(_end.Token);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public GpioLineState State => _state;

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <summary>Waits until the first connection came about or failed, so that a bench that is there is not taken for missing at the start.</summary>
    /// <returns>False when neither happened within the limit.</returns>
    public bool WaitUntilTried(TimeSpan limit) => _tried.Wait(limit);

    /// <inheritdoc/>
    public bool TryReadLevel(out bool high)
    {
        var level = _level;
        high = level > 0;
        return level >= 0;
    }

    /// <inheritdoc/>
    public int Read(Span<GpioEdge> edges) => _edges.Read(edges);

    /// <inheritdoc/>
    public Action? Woken
    {
        get => _edges.Woken;
        set => _edges.Woken = value;
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => _edges.WaitAsync(cancellationToken);

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4 * (RemoteFrame.Header + RemoteFrame.LongestBody)];
        using var pause = new Pause(_time);
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(buffer, cancellationToken).ConfigureAwait(false);
                _trouble = RemoteTrouble.Explain(_path, SocketError.ConnectionReset);
            }
            catch (SocketException e)
            {
                if (e.SocketErrorCode != SocketError.ProtocolNotSupported || _trouble is null)
                    _trouble = RemoteTrouble.Explain(_path, e.SocketErrorCode);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            _level = -1;
            _state = GpioLineState.Gone;
            _edges.Signal();
            _tried.Set();
            _backoff.Fail();
            try
            {
                await pause.WaitAsync(_backoff.Wait, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task HearAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await FollowAsync(buffer, patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }

    private async Task FollowAsync(byte[] buffer, CancellationTokenSource patience)
    {
        patience.CancelAfter(_patience);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _welcome = false;
        await socket.ConnectAsync(RemotePath.EndPoint(_path), patience.Token).ConfigureAwait(false);
        var hello = new RemoteHello(RemoteKind.Line, _bus, _offset, _seen ? _session : 0, _remoteGeneration, _sequence);
        var length = RemoteFrame.Seal(buffer, RemoteMessage.Hello, hello.Write(buffer.AsSpan(RemoteFrame.Header)));
        await socket.SendAsync(buffer.AsMemory(0, length), patience.Token).ConfigureAwait(false);
        for (var received = 0; ;)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(received), patience.Token).ConfigureAwait(false);
            if (count == 0)
                return;
            var left = Take(buffer, received + count);
            if (left < received + count)
                patience.CancelAfter(_patience);
            received = left;
        }
    }

    private int Take(byte[] buffer, int received)
    {
        var taken = 0;
        while (RemoteFrame.Find(buffer.AsSpan(taken, received - taken), out var type, out var body) is var length and not 0)
        {
            if (length < 0 || !Accept(type, body))
                throw new SocketException((int)SocketError.ProtocolNotSupported);
            taken += length;
        }
        buffer.AsSpan(taken, received - taken).CopyTo(buffer);
        return received - taken;
    }

    private bool Accept(RemoteMessage type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case RemoteMessage.Welcome when body.Length == 9 && body[0] == RemoteFrame.Version:
                _welcome = true;
                var session = BinaryPrimitives.ReadUInt64BigEndian(body[1..]);
                if (session != _session)
                {
                    _session = session;
                    _generation++;
                    _seen = false;
                }
                _backoff.Succeed();
                return true;
            case RemoteMessage.Refusal:
                _trouble = Encoding.UTF8.GetString(body);
                return false;
            case RemoteMessage.Edges when _welcome && body.Length >= RemoteFrame.EdgesHeader && (body.Length - RemoteFrame.EdgesHeader) % RemoteFrame.EdgeBytes == 0:
                return TryTakeEdges(body);
            default:
                return false;
        }
    }

    /// <summary>False when an edge does not come after the one before it: within a generation numbers only grow.</summary>
    private bool TryTakeEdges(ReadOnlySpan<byte> body)
    {
        var generation = BinaryPrimitives.ReadUInt16BigEndian(body[2..]);
        var goesOn = _seen && generation == _remoteGeneration;
        if (_seen && !goesOn)
            _generation++;
        _remoteGeneration = generation;
        for (var at = RemoteFrame.EdgesHeader; at < body.Length; at += RemoteFrame.EdgeBytes)
        {
            var edge = RemoteFrame.ReadEdge(body[at..], _generation);
            if (goesOn && unchecked((int)(edge.Sequence - _sequence)) <= 0)
                return false;
            _sequence = edge.Sequence;
            _seen = goesOn = true;
            _edges.Add(edge);
        }
        _level = body[1] > 1 ? -1 : body[1];
        var state = body[0] == 0 ? GpioLineState.Present : GpioLineState.Removed;
        _trouble = state == GpioLineState.Present ? null : $"{Name} was removed: check its connection.";
        _state = state;
        _edges.Signal();
        _tried.Set();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_end.IsCancellationRequested)
            return;
        _end.Cancel();
        // The pump ends by the cancellation alone; its buffer must outlive it.
        _pump.ContinueWith(static (_, line) => ((RemoteGpioLine)line!).Release(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Release()
    {
        _edges.Dispose();
        _end.Dispose();
        _tried.Dispose();
    }
}
