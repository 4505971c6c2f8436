using System.Globalization;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Notes;
using Microsoft.Extensions.Logging;
using Polly;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>Submits a checkpoint again and again, one request in flight, until it is answered. Waits for the link without counting that as a failure.</summary>
public sealed class CheckpointSubmission
{
    private readonly MqttSession _session;
    private readonly WitnessDialogue _dialogue;
    private readonly string _topic;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _answerTimeout;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="session">The way to the departments.</param>
    /// <param name="dialogue">Makes the requests and hears the answers.</param>
    /// <param name="topic">The log's anchor topic.</param>
    /// <param name="options">Waits.</param>
    /// <param name="clock">Measures them.</param>
    /// <param name="logger">Told of every attempt that failed.</param>
    public CheckpointSubmission(MqttSession session, WitnessDialogue dialogue, string topic, SubmissionOptions options, TimeProvider clock, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _session = session;
        _dialogue = dialogue;
        _topic = topic;
        _clock = clock;
        _answerTimeout = options.AnswerTimeout > TimeSpan.Zero ? options.AnswerTimeout : throw new ArgumentException("The answer time-out must be above zero.", nameof(options));
        _pipeline = options.BackOff.Build(clock, e => e is NotAnsweredException or MqttLinkException, (e, wait) => AnchoringMessages.WillSubmitAgain(logger, e.Message, wait.TotalSeconds));
    }

    /// <summary>Beat it when something came that may be the answer.</summary>
    public Pulse Heard { get; } = new();

    /// <summary>Completes when nothing is pending any more.</summary>
    /// <param name="pending">The checkpoint to submit now, newest first; null when there is nothing (more) to do.</param>
    /// <param name="isAnswered">Whether a submitted checkpoint has its answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SubmitAsync(Func<SignedNote?> pending, Func<Checkpoint, bool> isAnswered, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await AttemptAsync(pending, isAnswered, token), cancellationToken);

    private async Task AttemptAsync(Func<SignedNote?> pending, Func<Checkpoint, bool> isAnswered, CancellationToken cancellationToken)
    {
        await _session.Changed.UntilAsync(() => _session.State.IsConnected, cancellationToken);
        if (pending() is not { } note) return;
        var checkpoint = Checkpoint.Parse(note);
        var result = await _session.PublishAsync(_topic, _dialogue.Begin(note), retain: false, cancellationToken);
        if (!result.Accepted) throw new NotAnsweredException($"The broker does not take anchors on {_topic}: {result}.");
        using var late = new CancellationTokenSource(_answerTimeout, _clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await Heard.UntilAsync(() => pending() is null || isAnswered(checkpoint), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NotAnsweredException(string.Create(CultureInfo.InvariantCulture, $"No answer for size {checkpoint.Size} of {checkpoint.Origin} within {_answerTimeout.TotalSeconds:0.#} s."));
        }
    }
}
