using System.Runtime.InteropServices;
using System.Threading.Channels;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// One connection through libmosquitto. A thread of its own connects, runs the library's loop and every callback, and ends with the connection.
/// </summary>
internal sealed class MosquittoLink : IMqttLink
{
    /// <summary>The library wakes for what is written and what comes in; this bounds the delay of an abandoned link and of a ping.</summary>
    private const int LoopMilliseconds = 250;

    private readonly MqttEndpoint _endpoint;
    private readonly MosquittoHandle _client;
    private readonly PendingReplies _published = new();
    private readonly PendingReplies _subscribed = new();
    private readonly Channel<MqttMessage> _incoming;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<LinkClosed> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _dropped;
    private long _longest = long.MaxValue;
    private volatile bool _leaving;
    private volatile bool _closing;
    private volatile string? _failure;
    private volatile string? _complaint;

    internal MosquittoLink(MqttEndpoint endpoint, MqttVersion version)
    {
        _endpoint = endpoint;
        Version = version;
        _incoming = Channel.CreateBounded<MqttMessage>(new BoundedChannelOptions(endpoint.IncomingCapacity) { SingleWriter = true });
        _client = new MosquittoHandle(endpoint.ClientId, this);
        new Thread(Run) { IsBackground = true, Name = $"mqtt {endpoint.Host}:{endpoint.Port}" }.Start();
    }

    public MqttVersion Version { get; }

    public ChannelReader<MqttMessage> Incoming => _incoming.Reader;

    public long Dropped => Interlocked.Read(ref _dropped);

    public Task<LinkClosed> Closed => _closed.Task;

    /// <summary>Completes at CONNACK.</summary>
    internal Task Opened => _opened.Task;

    public async Task SubscribeAsync(string filter, CancellationToken cancellationToken)
    {
        RequireShort($"subscribe to {filter}", PacketLength.OfSubscription(filter));
        var error = Native.mosquitto_subscribe_v5(Open(), out var id, filter, qos: 1, options: 0, properties: 0);
        if (error != Native.Success) throw Refused($"subscribe to {filter}", error);
        var reason = await _subscribed.For(id).WaitAsync(cancellationToken);
        if (reason >= 0x80)
            throw new MqttLinkException($"The broker {_endpoint} refused the subscription to {filter}: {MqttReason.Describe(reason)}.", transient: false);
    }

    public async Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken) =>
        new((byte)await _published.For(Publish(topic, payload.Span, qos: 1, retain)).WaitAsync(cancellationToken));

    public Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        _published.For(Publish(topic, payload.Span, qos: 0, retain: false)).WaitAsync(cancellationToken);

    private unsafe int Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        RequireShort($"publish to {topic}", PacketLength.OfPublication(topic, payload.Length, qos > 0));
        fixed (byte* bytes = payload)
        {
            var error = Native.mosquitto_publish_v5(Open(), out var id, topic, payload.Length, bytes, qos, retain, properties: 0);
            // The library queues what it cannot send now; on this link it never will be sent, and the pending reply fails when the link closes.
            if (error is not (Native.Success or Native.ErrorNoConnection)) throw Refused($"publish to {topic}", error);
            return id;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _leaving = true;
        try
        {
            _ = Native.mosquitto_disconnect_v5(_client, reason: 0, properties: 0);
        }
        catch (ObjectDisposedException)
        {
            // The loop's thread has ended already.
        }
        _closing = true;
        await _closed.Task;
    }

    /// <summary>Nobody waits for this link any more; its thread ends it.</summary>
    internal void Abandon() => _closing = true;

    /// <param name="goesOn">The broker has a session of this client, which asked for none.</param>
    /// <param name="longest">Packet that the broker takes, in bytes; 0: it said nothing of that.</param>
    internal void OnConnected(int reason, bool goesOn, uint longest)
    {
        if (longest > 0) Volatile.Write(ref _longest, longest);
        if (reason == 0 && goesOn && Version == MqttVersion.V5)
            _opened.TrySetException(new MqttLinkException($"Cannot connect to the broker {_endpoint}: it goes on with a session that this client does not have.", transient: true));
        else if (reason == 0) _opened.TrySetResult();
        else if (Version == MqttVersion.V5 && reason is 1 or 0x84) _opened.TrySetException(new UnknownVersionException("MQTT 5 is not supported."));
        else _opened.TrySetException(NotAdmitted(reason));
    }

    internal void OnDisconnected(int reason)
    {
        if (reason >= 0x80) _failure ??= $"the broker {_endpoint} ended the connection: {MqttReason.Describe(reason)}";
    }

    internal void OnPublished(int id, int reason) => _published.Answer(id, reason);

    internal void OnSubscribed(int id, int reason) => _subscribed.Answer(id, reason);

    internal void OnMessage(MqttMessage message)
    {
        if (!_incoming.Writer.TryWrite(message)) Interlocked.Increment(ref _dropped);
    }

    /// <summary>Whether a message may be taken; one that may not ends the link.</summary>
    /// <param name="length">Of its topic and its payload, in bytes.</param>
    internal bool Admits(string topic, long length)
    {
        // The library looks at all else that makes a topic.
        var isFilter = topic.AsSpan().ContainsAny('+', '#');
        if (length <= _endpoint.MaximumPacket && !isFilter) return true;
        _failure ??= isFilter
            ? $"the broker {_endpoint} sent a publication on a filter instead of a topic"
            : $"the broker {_endpoint} sent a message of {length} bytes on {topic}, and {_endpoint.MaximumPacket} is the most that is taken";
        _closing = true;
        return false;
    }

    internal void OnComplaint(string text) => _complaint = text;

    internal void Fail(Exception e)
    {
        _failure ??= $"{e.GetType().Name} in a callback: {e.Message}";
        _closing = true;
    }

    private void Run()
    {
        var error = Native.Success;
        try
        {
            error = Connect();
            while (error == Native.Success && !_closing) error = Native.mosquitto_loop(_client, LoopMilliseconds, maxPackets: 1);
            // A last turn sends DISCONNECT, so that the broker does not mistake a farewell for a failure.
            if (error == Native.Success) _ = Native.mosquitto_loop(_client, LoopMilliseconds, maxPackets: 1);
        }
        catch (MqttLinkException e)
        {
            _opened.TrySetException(e);
        }
        finally
        {
            End(error, Marshal.GetLastPInvokeError());
        }
    }

    private int Connect()
    {
        Require(Native.mosquitto_threaded_set(_client, threaded: true));
        Require(Native.mosquitto_int_option(_client, Native.OptionProtocolVersion, (int)Version));
        Require(Native.mosquitto_int_option(_client, Native.OptionTcpNoDelay, 1));
        if (_endpoint.UserName is not null) Require(Native.mosquitto_username_pw_set(_client, _endpoint.UserName, _endpoint.Password));
        if (_endpoint.Tls is { } tls)
            Require(Native.mosquitto_tls_set(_client, tls.AuthorityFile, tls.AuthorityFile is null ? "/etc/ssl/certs" : null, tls.CertificateFile, tls.KeyFile, passwordCallback: 0));
        if (_endpoint.Will is { } will) Require(Leave(will));
        if (Version == MqttVersion.V5) Require(AnnounceMaximumPacket());
        MosquittoCallbacks.Attach(_client);
        return Native.mosquitto_connect_async(_client, _endpoint.Host, _endpoint.Port, (int)_endpoint.KeepAlive.TotalSeconds);
    }

    /// <summary>
    /// The library takes properties of CONNECT with its blocking call only. Refused for want of a host, that call has kept them, and the asynchronous one
    /// after it sends them.
    /// </summary>
    private int AnnounceMaximumPacket()
    {
        nint properties = 0;
        try
        {
            var error = Native.mosquitto_property_add_int32(ref properties, Native.PropertyMaximumPacketSize, (uint)_endpoint.MaximumPacket);
            if (error != Native.Success) return error;
            error = Native.mosquitto_connect_bind_v5(_client, host: null, _endpoint.Port, (int)_endpoint.KeepAlive.TotalSeconds, bindAddress: null, properties);
            return error == Native.ErrorInvalid ? Native.Success : error;
        }
        finally
        {
            Native.mosquitto_property_free_all(ref properties);
        }
    }

    private unsafe int Leave(MqttWill will)
    {
        fixed (byte* bytes = will.Payload.Span) return Native.mosquitto_will_set_v5(_client, will.Topic, will.Payload.Length, bytes, qos: 1, retain: false, properties: 0);
    }

    private void Require(int error)
    {
        if (error != Native.Success) throw Refused("set up the connection", error);
    }

    private void End(int error, int errno)
    {
        var byUs = (_leaving || _closing) && _failure is null;
        var why = _failure ?? (byUs ? "closed by us" : Why(error, errno));
        var unanswered = Version == MqttVersion.V5 && error is Native.ErrorConnectionLost && _complaint is null;
        _opened.TrySetException(unanswered ? new UnknownVersionException(why) : new MqttLinkException($"Cannot connect to the broker {_endpoint}: {why}.", transient: true));
        _ = _opened.Task.Exception;
        _published.Close(why);
        _subscribed.Close(why);
        _incoming.Writer.TryComplete();
        _client.Dispose();
        _closed.TrySetResult(new LinkClosed(byUs, why));
    }

    private string Why(int error, int errno)
    {
        var text = error == Native.ErrorErrno ? Marshal.GetPInvokeErrorMessage(errno) : MosquittoConnector.Describe(error).TrimEnd('.');
        return _complaint is null ? text : $"{text} ({_complaint})";
    }

    /// <summary>The library looks at this too, but does not count the first byte, and where it refuses a packet, an assertion in it may end the process.</summary>
    private void RequireShort(string what, long packet)
    {
        if (Volatile.Read(ref _longest) is var longest && packet > longest)
            throw new MqttLinkException($"Cannot {what} at the broker {_endpoint}: it takes {longest} bytes at most, and this would be {packet}.", transient: false);
    }

    private MosquittoHandle Open() => _closed.Task.IsCompleted || _client.IsClosed
        ? throw new MqttLinkException($"The link to the broker {_endpoint} is closed.", transient: true)
        : _client;

    private MqttLinkException NotAdmitted(int reason)
    {
        var words = Version == MqttVersion.V5 ? MqttReason.Describe(reason) : MqttReason.DescribeConnectReturn(reason);
        return new MqttLinkException($"The broker {_endpoint} refused the connection: {words}.", transient: true);
    }

    private MqttLinkException Refused(string what, int error)
    {
        var words = MosquittoConnector.Describe(error).TrimEnd('.');
        var detail = _complaint is null ? "" : $" ({_complaint})";
        return new MqttLinkException($"Cannot {what} at the broker {_endpoint}: {words}{detail}.", transient: error is Native.ErrorNoConnection or Native.ErrorConnectionLost);
    }
}
