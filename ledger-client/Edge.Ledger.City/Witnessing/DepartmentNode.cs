using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Witnessing;

/// <summary>A department on the broker: hears every log's anchors and answers them one after the other.</summary>
public sealed class DepartmentNode
{
    private readonly Witness _witness;
    private readonly AccusationFolder? _accusations;
    private readonly ILogger _logger;

    /// <summary>Prepares a node; nothing is connected before <see cref="RunAsync"/>.</summary>
    /// <param name="accusations">Where proofs against logs that signed two histories are kept; null: nowhere.</param>
    public DepartmentNode(
        Witness witness, IMqttConnector connector, MqttEndpoint endpoint, BackOff reconnect, TimeProvider clock, ILogger<DepartmentNode> logger, AccusationFolder? accusations = null)
    {
        _witness = witness;
        _accusations = accusations;
        _logger = logger;
        Session = new MqttSession(connector, endpoint, new MqttSessionOptions { Filters = [EdgeTopic.Every(EdgeTopic.AnchorKind)], BackOff = reconnect }, clock, logger);
    }

    /// <summary>The link to the broker.</summary>
    public MqttSession Session { get; }

    /// <summary>Answers until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Session.RunAsync(ReceiveAsync, cancellationToken);

    private async ValueTask ReceiveAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        if (EdgeTopic.TryParse(message.Topic) is not { } topic) return;
        switch (_witness.Answer(topic.Id, message.Payload.Span))
        {
            case WitnessAnswer.Cosigned cosigned:
                CityMessages.Cosigned(_logger, cosigned.Checkpoint.Origin, cosigned.Checkpoint.Size);
                await SendAsync(topic with { Kind = EdgeTopic.CosignatureKind }, cosigned.Note.ToBytes(), cancellationToken);
                break;
            case WitnessAnswer.Refused refused:
                CityMessages.Refused(_logger, refused.Refusal.Origin, refused.Refusal.Size, refused.Refusal.Status, refused.Refusal.Reason);
                Keep(refused);
                await SendAsync(topic with { Kind = EdgeTopic.ReceiptKind }, refused.Note.ToBytes(), cancellationToken);
                break;
            case WitnessAnswer.Ignored ignored:
                CityMessages.Ignored(_logger, message.Topic, ignored.Why);
                break;
        }
    }

    private void Keep(WitnessAnswer.Refused refused)
    {
        if (refused.Accusation is not { } accusation) return;
        try
        {
            CityMessages.Equivocated(_logger, refused.Refusal.Origin, refused.Refusal.Size, _accusations?.Keep(accusation) ?? "nowhere: there are too many already");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CityMessages.AccusationNotKept(_logger, refused.Refusal.Origin, e.Message);
        }
    }

    private async Task SendAsync(EdgeTopic topic, byte[] payload, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Session.PublishAsync(topic.ToString(), payload, retain: false, cancellationToken);
            if (!result.Accepted) CityMessages.NotSent(_logger, topic.ToString(), result.ToString());
        }
        catch (MqttLinkException e)
        {
            // The log asks again, and is answered the same.
            CityMessages.NotSent(_logger, topic.ToString(), e.Message);
        }
    }
}
