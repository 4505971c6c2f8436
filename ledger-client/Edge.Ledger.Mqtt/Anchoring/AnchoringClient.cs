using System.Globalization;
using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>
/// Anchors a gateway's log: submits the newest checkpoint until its receipt verifies, heals departments that lag, follows the city's blocks.
/// Believes nothing that does not verify against the policy, and stops when the city knows another history under this gateway's key.
/// </summary>
public sealed class AnchoringClient
{
    private readonly AnchoringOptions _options;
    private readonly TrustPolicy _policy;
    private readonly IAnchorLog _log;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly MqttSession _session;
    private readonly WitnessDialogue _dialogue;
    private readonly CheckpointSubmission _submission;
    private readonly BlockFollower _blocks;
    private readonly string _receiptTopic;
    private readonly string _cosignatureTopic;
    private readonly Lock _lock = new();
    private DateTimeOffset? _pendingSince;
    private volatile string? _halted;
    private volatile string? _lastNotBelieved;
    private long _notBelieved;

    /// <summary>Prepares a client; nothing is connected before <see cref="RunAsync"/>.</summary>
    public AnchoringClient(AnchoringOptions options, TrustPolicy policy, IAnchorLog log, IMqttConnector connector, MqttEndpoint endpoint, TimeProvider clock, ILogger<AnchoringClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        _options = options;
        _policy = policy;
        _log = log;
        _clock = clock;
        _logger = logger;
        var id = options.Origin.TopicId;
        _receiptTopic = new EdgeTopic(id, EdgeTopic.ReceiptKind).ToString();
        _cosignatureTopic = new EdgeTopic(id, EdgeTopic.CosignatureKind).ToString();
        _session = new MqttSession(connector, endpoint, new MqttSessionOptions { Filters = [_receiptTopic, _cosignatureTopic, EdgeTopic.Blocks], BackOff = options.Reconnect }, clock, logger);
        _dialogue = new WitnessDialogue(policy, options.Origin, log, log.AnchoredSize, clock);
        _submission = new CheckpointSubmission(_session, _dialogue, new EdgeTopic(id, EdgeTopic.AnchorKind).ToString(), options.Submission, clock, logger);
        _blocks = new BlockFollower(policy, options.Origin.City, log.NewestBlock);
        Sealed();
    }

    /// <summary>Beats when <see cref="Status"/> changes.</summary>
    public Pulse Changed => _submission.Heard;

    /// <summary>Where anchoring stands now.</summary>
    public AnchoringStatus Status
    {
        get
        {
            lock (_lock)
            {
                return new AnchoringStatus
                {
                    Link = _session.State,
                    SealedSize = SealedSize,
                    AnchoredSize = _log.AnchoredSize,
                    PendingSince = _pendingSince,
                    Departments = _dialogue.Departments,
                    Block = _blocks.Newest,
                    Halted = _halted,
                    NotBelieved = _notBelieved,
                    LastNotBelieved = _lastNotBelieved,
                };
            }
        }
    }

    private ulong SealedSize => _log.Newest is { } note ? Checkpoint.Parse(note).Size : 0;

    /// <summary>A new checkpoint is sealed and durable: it is anchored as soon as may be.</summary>
    public void Sealed()
    {
        lock (_lock) _pendingSince = SealedSize > _log.AnchoredSize ? _pendingSince ?? _clock.GetUtcNow() : null;
        Changed.Beat();
    }

    /// <summary>Completes when the city knows another history: nothing of this log may go to anybody any more.</summary>
    public Task HaltedAsync(CancellationToken cancellationToken) => Changed.UntilAsync(() => _halted is not null, cancellationToken);

    /// <summary>Anchors until cancelled. When anchoring has halted it keeps away from the broker, where another device may need the name that it had there.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [TalkAsync(end.Token), AnchorAsync(end.Token)];
        await Task.WhenAny(parts);
        await end.CancelAsync();
        await Task.WhenAll(parts);
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        if (_halted is null)
            await _session.RunUntilAsync(HaltedAsync(cancellationToken), ReceiveAsync, cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
    }

    private async Task AnchorAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Changed.UntilAsync(() => Pending() is not null, cancellationToken);
            var start = _clock.GetTimestamp();
            await _submission.SubmitAsync(Pending, checkpoint => _log.AnchoredSize >= checkpoint.Size, cancellationToken);
            var rest = _options.MinInterval - _clock.GetElapsedTime(start);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, _clock, cancellationToken);
        }
    }

    private SignedNote? Pending() => _halted is null && SealedSize > _log.AnchoredSize ? _log.Newest : null;

    private async ValueTask ReceiveAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        if (message.Topic == EdgeTopic.Blocks) await TakeBlockAsync(message.Payload, cancellationToken);
        else if (message.Topic == _cosignatureTopic) await ActAsync(_dialogue.HearCosignature(message.Payload.Span), cancellationToken);
        else if (Refusal.IsRefusal(message.Payload.Span)) await ActAsync(_dialogue.HearRefusal(message.Payload.Span), cancellationToken);
        else await TakeReceiptAsync(message.Payload, cancellationToken);
        Changed.Beat();
    }

    private async ValueTask ActAsync(DialogueReply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case DialogueReply.Forked forked:
                Halt(forked.Why);
                break;
            case DialogueReply.NotBelieved not:
                Doubt(not.Why);
                break;
            case DialogueReply.Refused refused:
                AnchoringMessages.Refused(_logger, refused.Department, refused.Status, refused.Reason);
                break;
            case DialogueReply.Resubmit again when _halted is null:
                AnchoringMessages.Resubmitting(_logger, again.Department, again.FromSize);
                await _session.PublishAsync(new EdgeTopic(_options.Origin.TopicId, EdgeTopic.AnchorKind).ToString(), again.Request, retain: false, cancellationToken);
                break;
        }
    }

    private async ValueTask TakeReceiptAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (Receipt.Verify(payload.Span, _policy, _options.Origin, out var problem) is not { } receipt)
        {
            Doubt($"a receipt was not believed: {problem}");
            return;
        }
        if (_dialogue.NotOurs(receipt.Checkpoint, "The city") is { } fork)
        {
            Halt(fork.Why);
            return;
        }
        if (receipt.Checkpoint.Size <= _log.AnchoredSize) return;
        await _log.StoreReceiptAsync(receipt, payload, cancellationToken);
        AnchoringMessages.Anchored(_logger, receipt.Checkpoint.Origin, receipt.Checkpoint.Size, receipt.Block.BlockHash.ToString());
        lock (_lock) _pendingSince = SealedSize > _log.AnchoredSize ? _clock.GetUtcNow() : null;
    }

    private async ValueTask TakeBlockAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var block = _blocks.Take(payload.Span, out var refused);
        if (refused is not null) Doubt(refused);
        if (block is not null) await _log.StoreBlockAsync(block, payload, cancellationToken);
    }

    private void Doubt(string why)
    {
        Interlocked.Increment(ref _notBelieved);
        _lastNotBelieved = why;
        AnchoringMessages.NotBelieved(_logger, why);
    }

    private void Halt(string why)
    {
        if (_halted is not null) return;
        _halted = why;
        AnchoringMessages.Halted(_logger, why);
    }
}
