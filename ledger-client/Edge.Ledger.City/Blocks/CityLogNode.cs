using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Blocks;

/// <summary>
/// The city log on the broker: orders what the departments accepted into blocks, has each block cosigned by the same departments, then publishes it and the receipts.
/// It decides nothing: without a quorum nothing it says is believed.
/// </summary>
public sealed class CityLogNode
{
    private readonly CityLog _log;
    private readonly CityLogOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly AnchorPool _pool;
    private readonly WitnessDialogue _dialogue;
    private readonly CheckpointSubmission _submission;
    private readonly EdgeTopic _anchorTopic;
    private volatile string? _forked;

    /// <summary>Prepares a node; nothing is connected before <see cref="RunAsync"/>.</summary>
    public CityLogNode(CityLog log, LogOrigin city, TrustPolicy policy, CityLogOptions options, IMqttConnector connector, MqttEndpoint endpoint, TimeProvider clock, ILogger<CityLogNode> logger)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(city);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _log = log;
        _options = options;
        _clock = clock;
        _logger = logger;
        _pool = new AnchorPool(policy);
        _anchorTopic = new EdgeTopic(city.TopicId, EdgeTopic.AnchorKind);
        string[] filters = [EdgeTopic.Every(EdgeTopic.CosignatureKind), (_anchorTopic with { Kind = EdgeTopic.ReceiptKind }).ToString()];
        Session = new MqttSession(connector, endpoint, new MqttSessionOptions { Filters = filters, BackOff = options.Reconnect }, clock, logger);
        var accepted = log.NewestFinished() is { } finished ? Checkpoint.Parse(finished.Block.Note).Size : 0;
        _dialogue = new WitnessDialogue(policy, city, log, accepted, clock);
        _submission = new CheckpointSubmission(Session, _dialogue, _anchorTopic.ToString(), options.Submission, clock, logger);
    }

    /// <summary>The link to the broker.</summary>
    public MqttSession Session { get; }

    /// <summary>What the departments last said of this log's blocks.</summary>
    public IReadOnlyList<DepartmentAnswer> Departments => _dialogue.Departments;

    /// <summary>Makes blocks until cancelled.</summary>
    /// <exception cref="InvalidOperationException">The departments know another history of this log; a person must find out why.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [Session.RunAsync(ReceiveAsync, end.Token), MakeBlocksAsync(end.Token)];
        await Task.WhenAny(parts);
        await end.CancelAsync();
        await Task.WhenAll(parts);
    }

    private async Task MakeBlocksAsync(CancellationToken cancellationToken)
    {
        await Session.Changed.UntilAsync(() => Session.State.IsConnected, cancellationToken);
        if (_log.NewestFinished() is { } newest) await PublishAsync(newest, cancellationToken);
        if (_log.Pending is { } left) CityMessages.GoingOn(_logger, left.Header.Height);
        while (true)
        {
            var start = _clock.GetTimestamp();
            var block = _log.Pending ?? _log.Append([.. _pool.Take(_options.MaxAnchorsPerBlock).Where(note => !_log.IsOrdered(Checkpoint.Parse(note)))]);
            await _submission.SubmitAsync(() => _forked is null && Cosigned(block) is null ? block.Note : null, _ => Cosigned(block) is not null, cancellationToken);
            if (_forked is { } why) throw new InvalidOperationException(why);
            await PublishAsync(_log.Finish(Cosigned(block)!), cancellationToken);
            var rest = _options.BlockInterval - _clock.GetElapsedTime(start);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, _clock, cancellationToken);
        }
    }

    private SignedNote? Cosigned(PendingBlock block) =>
        _dialogue.Cosigned is { } note && note.Text.Span.SequenceEqual(block.Note.Text.Span) ? note : null;

    private async Task PublishAsync(FinishedBlock block, CancellationToken cancellationToken)
    {
        CityMessages.Block(_logger, block.Header.Height, block.Receipts.Count, block.Block.Index + 1);
        await SendAsync(EdgeTopic.Blocks, block.Block, retain: true, cancellationToken);
        await Task.WhenAll(block.Receipts.Select(item => SendReceiptAsync(item.Origin, item.Receipt, cancellationToken)));
    }

    private Task SendReceiptAsync(LogOrigin origin, TlogProof receipt, CancellationToken cancellationToken) =>
        SendAsync(new EdgeTopic(origin.TopicId, EdgeTopic.ReceiptKind).ToString(), receipt, retain: false, cancellationToken);

    private async Task SendAsync(string topic, TlogProof proof, bool retain, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Session.PublishAsync(topic, proof.ToBytes(), retain, cancellationToken);
            if (!result.Accepted) CityMessages.NotSent(_logger, topic, result.ToString());
        }
        catch (MqttLinkException e)
        {
            // A gateway that misses its receipt anchors again and gets it; the next block replaces this one.
            CityMessages.NotSent(_logger, topic, e.Message);
        }
    }

    private async ValueTask ReceiveAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        if (EdgeTopic.TryParse(message.Topic) is not { } topic) return;
        if (topic.Id != _anchorTopic.Id) await HearGatewayAsync(topic.Id, message.Payload, cancellationToken);
        else if (topic.Kind == EdgeTopic.CosignatureKind) await ActAsync(_dialogue.HearCosignature(message.Payload.Span), cancellationToken);
        else await ActAsync(_dialogue.HearRefusal(message.Payload.Span), cancellationToken);
        _submission.Heard.Beat();
    }

    private async Task HearGatewayAsync(string topicId, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var accepted = _pool.Hear(topicId, payload.Span, out var notBelieved);
        if (notBelieved is not null) CityMessages.NotBelieved(_logger, notBelieved);
        if (accepted is null) return;
        if (_log.FindReceipt(accepted.Checkpoint) is { } receipt) await SendReceiptAsync(LogOrigin.Parse(accepted.Checkpoint.Origin), receipt, cancellationToken);
        else if (!_log.IsOrdered(accepted.Checkpoint)) _pool.Enqueue(accepted);
    }

    private async ValueTask ActAsync(DialogueReply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case DialogueReply.Forked forked:
                _forked ??= forked.Why;
                CityMessages.Forked(_logger, forked.Why);
                break;
            case DialogueReply.NotBelieved not:
                CityMessages.NotBelieved(_logger, not.Why);
                break;
            case DialogueReply.Refused refused:
                CityMessages.NotBelieved(_logger, $"{refused.Department} refused a block with {refused.Status}: {refused.Reason}");
                break;
            case DialogueReply.Resubmit again:
                await Session.PublishAsync(_anchorTopic.ToString(), again.Request, retain: false, cancellationToken);
                break;
        }
    }
}
