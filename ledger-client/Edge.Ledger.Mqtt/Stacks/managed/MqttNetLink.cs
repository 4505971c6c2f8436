using System.Buffers;
using System.Text;
using System.Threading.Channels;
using Edge.Ledger.Mqtt.Links;
using MQTTnet.LowLevelClient;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>One connection through MQTTnet. One loop sends, one receives, one sees to the silence; each ends the link when it fails.</summary>
internal sealed class MqttNetLink : IMqttLink
{
    private const int MostInFlight = 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly ILowLevelMqttClient _client;
    private readonly MqttEndpoint _endpoint;
    private readonly TimeProvider _clock;
    private readonly Channel<MqttMessage> _incoming;
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });
    private readonly FlightWindow _flight;
    private readonly InFlight _unanswered = new();
    private readonly Silence _silence;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<LinkClosed> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _sending;
    private long _dropped;
    private volatile bool _leaving;

    internal MqttNetLink(ILowLevelMqttClient client, MqttEndpoint endpoint, MqttVersion version, MqttConnAckPacket admitted, TimeProvider clock)
    {
        _client = client;
        _endpoint = endpoint;
        _clock = clock;
        Version = version;
        _incoming = Channel.CreateBounded<MqttMessage>(new BoundedChannelOptions(endpoint.IncomingCapacity) { SingleWriter = true });
        _flight = new FlightWindow(admitted.ReceiveMaximum == 0 ? MostInFlight : Math.Min((int)admitted.ReceiveMaximum, MostInFlight));
        _silence = new Silence(clock, admitted.ServerKeepAlive > 0 ? TimeSpan.FromSeconds(admitted.ServerKeepAlive) : endpoint.KeepAlive);
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
        if (!TopicText.IsFilter(filter))
            throw new MqttLinkException($"Cannot subscribe to {filter} at the broker {_endpoint}: the filter is not valid.", transient: false);
        var packet = new MqttSubscribePacket { TopicFilters = [new MqttTopicFilter { Topic = filter, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce }] };
        var reason = await Send(new Outgoing(packet, cancellationToken));
        if (reason >= 0x80)
            throw new MqttLinkException($"The broker {_endpoint} refused the subscription to {filter}: {MqttReason.Describe(reason)}.", transient: false);
    }

    public async Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken) =>
        new((byte)await Send(Publication(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce, retain, cancellationToken)));

    public Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        Send(Publication(topic, payload, MqttQualityOfServiceLevel.AtMostOnce, retain: false, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        _leaving = true;
        _outgoing.Writer.TryWrite(new Outgoing(new MqttDisconnectPacket(), default));
        _outgoing.Writer.TryComplete();
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

    // The payload is copied: the caller has it back when the call is cancelled, and the packet may be half sent by then.
    private Outgoing Publication(string topic, ReadOnlyMemory<byte> payload, MqttQualityOfServiceLevel quality, bool retain, CancellationToken cancellationToken) =>
        TopicText.IsName(topic)
            ? new Outgoing(new MqttPublishPacket { Topic = topic, Payload = new ReadOnlySequence<byte>(payload.ToArray()), QualityOfServiceLevel = quality, Retain = retain }, cancellationToken)
            : throw new MqttLinkException($"Cannot publish to {topic} at the broker {_endpoint}: the topic is not valid.", transient: false);

    private Task<int> Send(Outgoing outgoing)
    {
        outgoing.Withdrawn.ThrowIfCancellationRequested();
        if (_closed.Task.IsCompleted || _leaving)
            throw new MqttLinkException($"The link to the broker {_endpoint} is closed.", transient: true);
        _unanswered.Watch(outgoing);
        if (outgoing.Packet is not MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.AtLeastOnce } || _flight.TryEnter(outgoing))
            Enqueue(outgoing);
        return outgoing.Done.Task.WaitAsync(outgoing.Withdrawn);
    }

    private void Enqueue(Outgoing outgoing) => _outgoing.Writer.TryWrite(outgoing);

    private async Task SendAllAsync()
    {
        await foreach (var outgoing in _outgoing.Reader.ReadAllAsync(_end.Token))
        {
            if (outgoing.Withdrawn.IsCancellationRequested)
            {
                if (outgoing.Packet is MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.AtLeastOnce })
                    Land();
                _unanswered.Forget(outgoing);
                continue;
            }

            var isAnswered = outgoing.Packet is MqttPacketWithIdentifier and not MqttPubAckPacket and not MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.AtMostOnce };
            if (isAnswered)
                ((MqttPacketWithIdentifier)outgoing.Packet).PacketIdentifier = _unanswered.Number(outgoing);
            await _client.SendAsync(outgoing.Packet, _end.Token);
            _silence.Sent();
            if (isAnswered)
                continue;
            _unanswered.Forget(outgoing);
            outgoing.Done.TrySetResult(0);
        }
    }

    private async Task ReceiveAllAsync()
    {
        while (true)
        {
            var packet = await _client.ReceiveAsync(_end.Token);
            _silence.Heard();
            switch (packet)
            {
                case MqttPublishPacket publication when Encoding.UTF8.GetByteCount(publication.Topic) + publication.Payload.Length is var length && length > _endpoint.MaximumPacket:
                    End($"the broker {_endpoint} sent a message of {length} bytes on {publication.Topic}, and {_endpoint.MaximumPacket} is the most that is taken");
                    return;
                case MqttPublishPacket publication:
                    Take(publication);
                    break;
                case MqttPubAckPacket answer when _unanswered.Take(answer.PacketIdentifier) is { } published:
                    published.Done.TrySetResult((int)answer.ReasonCode);
                    Land();
                    break;
                case MqttSubAckPacket answer when _unanswered.Take(answer.PacketIdentifier) is { } subscribed:
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
        while (await _silence.NextAsync(_end.Token))
            Enqueue(new Outgoing(MqttPingReqPacket.Instance, default));
        End($"the broker {_endpoint} was silent for {_silence.Longest.TotalSeconds:0} s");
    }

    // What a slow reader leaves no room for is dropped, and yet acknowledged: otherwise the broker would stop after its Receive Maximum.
    private void Take(MqttPublishPacket publication)
    {
        var payload = publication.Payload.IsSingleSegment ? publication.Payload.First : publication.Payload.ToArray();
        if (!_incoming.Writer.TryWrite(new MqttMessage(publication.Topic, payload, publication.Retain)))
            Interlocked.Increment(ref _dropped);
        if (publication.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtLeastOnce)
            Enqueue(new Outgoing(new MqttPubAckPacket { PacketIdentifier = publication.PacketIdentifier }, default));
    }

    private void Land()
    {
        if (_flight.Land() is { } next)
            Enqueue(next);
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
        _outgoing.Writer.TryComplete();
        _unanswered.Close(new MqttLinkException($"Not acknowledged: {_closed.Task.Result.Reason}", transient: true));
        _incoming.Writer.TryComplete();
        _client.Dispose();
    }
}
