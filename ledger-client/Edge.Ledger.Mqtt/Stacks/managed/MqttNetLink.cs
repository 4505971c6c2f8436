using System.Buffers;
using System.Threading.Channels;
using Edge.Ledger.Mqtt.Links;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>One connection through MQTTnet. One loop sends, one receives, one sees to the silence; each ends the link when it fails.</summary>
internal sealed class MqttNetLink : IMqttLink
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly PacketStream _packets;
    private readonly MqttEndpoint _endpoint;
    private readonly TimeProvider _clock;
    private readonly Channel<MqttMessage> _incoming;
    private readonly BrokerLimits _limits;
    private readonly Outbox _outbox;
    private readonly InFlight _unanswered = new();
    private readonly Silence _silence;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<LinkClosed> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _sending;
    private long _dropped;
    private volatile bool _leaving;

    internal MqttNetLink(PacketStream packets, MqttEndpoint endpoint, MqttVersion version, MqttConnAckPacket admitted, Silence silence, TimeProvider clock)
    {
        _packets = packets;
        _endpoint = endpoint;
        _clock = clock;
        _silence = silence;
        Version = version;
        _incoming = Channel.CreateBounded<MqttMessage>(new BoundedChannelOptions(endpoint.IncomingCapacity) { SingleWriter = true });
        _limits = new BrokerLimits(version, admitted);
        _outbox = new Outbox(_limits.Room);
        if (admitted.ServerKeepAlive > 0)
            silence.Agree(TimeSpan.FromSeconds(admitted.ServerKeepAlive));
        _sending = RunAsync(SendAllAsync);
        _ = RunAsync(ReceiveAllAsync);
        _ = RunAsync(KeepAliveAsync);
    }

    public MqttVersion Version { get; }

    public ChannelReader<MqttMessage> Incoming => _incoming.Reader;

    public long Dropped => Interlocked.Read(ref _dropped);

    public Task<LinkClosed> Closed => _closed.Task;

    public async Task SubscribeAsync(string filter, CancellationToken cancellationToken)
    {
        var packet = new MqttSubscribePacket { TopicFilters = [new MqttTopicFilter { Topic = filter, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce }] };
        var why = TopicText.IsFilter(filter) ? _limits.Against(filter) : "the filter is not valid";
        var reason = await Send(packet, why is null ? null : $"subscribe to {filter} at the broker {_endpoint}: {why}", cancellationToken);
        if (reason >= 0x80)
            throw new MqttLinkException($"The broker {_endpoint} refused the subscription to {filter}: {MqttReason.Describe(reason)}.", transient: false);
    }

    // Neither is asynchronous itself: that would hold the caller's bytes until the broker answers.
    public Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken) =>
        ResultAsync(Publish(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce, retain && _limits.Retains, cancellationToken));

    public Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        Publish(topic, payload, MqttQualityOfServiceLevel.AtMostOnce, retain: false, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _leaving = true;
        _outbox.Complete();
        try
        {
            await _sending.WaitAsync(Farewell, _clock);
        }
        catch (TimeoutException)
        {
            // The broker takes nothing more.
        }

        End("closed by us");
        await _closed.Task;
    }

    private static async Task<PublishResult> ResultAsync(Task<int> reason) => new((byte)await reason);

    // The payload is copied: the caller has it back when the call is cancelled, and the packet may be half sent by then.
    private Task<int> Publish(string topic, ReadOnlyMemory<byte> payload, MqttQualityOfServiceLevel quality, bool retain, CancellationToken cancellationToken)
    {
        var packet = new MqttPublishPacket { Topic = topic, Payload = new ReadOnlySequence<byte>(payload.ToArray()), QualityOfServiceLevel = quality, Retain = retain };
        var why = TopicText.IsName(topic) ? _limits.Against(packet) : "the topic is not valid";
        return Send(packet, why is null ? null : $"publish to {topic} at the broker {_endpoint}: {why}", cancellationToken);
    }

    /// <param name="cannot">What is not done, and why; null if it is.</param>
    private Task<int> Send(MqttPacket packet, string? cannot, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<int>(cancellationToken);
        if (cannot is not null)
            return Task.FromException<int>(new MqttLinkException($"Cannot {cannot}.", transient: false));
        if (_closed.Task.IsCompleted || _leaving)
            return Task.FromException<int>(new MqttLinkException($"The link to the broker {_endpoint} is closed.", transient: true));
        var outgoing = new Outgoing(packet);
        _unanswered.Watch(outgoing);
        _outbox.Add(outgoing);
        return AnswerAsync(outgoing, cancellationToken);
    }

    private async Task<int> AnswerAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        await using (cancellationToken.Register(() => Withdraw(outgoing, cancellationToken)))
            return await outgoing.Done.Task;
    }

    // What was sent keeps its number, and its place in the window, until the broker answers.
    private void Withdraw(Outgoing outgoing, CancellationToken cancellationToken)
    {
        outgoing.Done.TrySetCanceled(cancellationToken);
        _outbox.Withdraw(outgoing);
        _unanswered.Forget(outgoing);
    }

    private async Task SendAllAsync()
    {
        while (await _outbox.NextAsync(_end.Token) is { Packet: { } packet } outgoing)
        {
            if (outgoing.Answer is not null)
                ((MqttPacketWithIdentifier)packet).PacketIdentifier = _unanswered.Number(outgoing);
            await _packets.SendAsync(packet, _end.Token);
            outgoing.Release();
            if (outgoing.Answer is not null)
                continue;
            _unanswered.Forget(outgoing);
            outgoing.Done.TrySetResult(0);
        }

        await _packets.SendAsync(new MqttDisconnectPacket(), _end.Token);
    }

    private async Task ReceiveAllAsync()
    {
        while (true)
        {
            switch (await _packets.ReceiveAsync(_end.Token))
            {
                case MqttPublishPacket publication when !Take(publication):
                    End($"the broker {_endpoint} sent more than {ushort.MaxValue} messages without waiting for their acknowledgement");
                    return;
                case MqttPubAckPacket answer when _unanswered.Take(answer.PacketIdentifier, MqttControlPacketType.PubAck) is { } published:
                    published.Done.TrySetResult((int)answer.ReasonCode);
                    _outbox.Land();
                    break;
                case MqttSubAckPacket answer when _unanswered.Take(answer.PacketIdentifier, MqttControlPacketType.SubAck) is { } subscribed:
                    subscribed.Done.TrySetResult(answer.ReasonCodes is [var reason] ? (int)reason : 0x80);
                    break;
                case MqttDisconnectPacket farewell:
                    End($"the broker {_endpoint} ended the connection: {MqttReason.Describe((int)farewell.ReasonCode)}");
                    return;
            }
        }
    }

    private async Task KeepAliveAsync()
    {
        string? fault;
        while ((fault = await _silence.NextAsync(_end.Token)) is null)
            _outbox.Ping();
        End($"the broker {_endpoint} {fault}");
    }

    // What a slow reader leaves no room for is dropped, and yet acknowledged: otherwise the broker would stop after its Receive Maximum.
    private bool Take(MqttPublishPacket publication)
    {
        var payload = publication.Payload.IsSingleSegment ? publication.Payload.First : publication.Payload.ToArray();
        if (!_incoming.Writer.TryWrite(new MqttMessage(publication.Topic, payload, publication.Retain)))
            Interlocked.Increment(ref _dropped);
        return publication.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce || _outbox.Acknowledge(publication.PacketIdentifier);
    }

    private async Task RunAsync(Func<Task> loop)
    {
        try
        {
            await Task.Yield();
            await loop();
        }
        catch (Exception failure)
        {
            End(failure.GetBaseException().Message.TrimEnd('.'));
        }
    }

    private void End(string why)
    {
        if (!_closed.TrySetResult(new LinkClosed(_leaving, _leaving ? "closed by us" : why)))
            return;
        _end.Cancel();
        _outbox.Complete();
        _unanswered.Close(new MqttLinkException($"Not acknowledged: {_closed.Task.Result.Reason}", transient: true));
        _incoming.Writer.TryComplete();
        _packets.Dispose();
    }
}
