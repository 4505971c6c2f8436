using System.Diagnostics.CodeAnalysis;
using Edge.Ledger.Mqtt.Links;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Sessions;

/// <summary>
/// Keeps a link up: connects, subscribes, hands over what comes in, and starts again when the link ends. It never sends anything a second time:
/// whether a message is still wanted is known only above.
/// </summary>
public sealed class MqttSession
{
    private readonly IMqttConnector _connector;
    private readonly MqttEndpoint _endpoint;
    private readonly MqttSessionOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private volatile IMqttLink? _link;
    private volatile SessionState _state;

    /// <summary>Prepares a session; nothing is connected before <see cref="RunAsync"/>.</summary>
    public MqttSession(IMqttConnector connector, MqttEndpoint endpoint, MqttSessionOptions options, TimeProvider clock, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(clock);
        endpoint.Validate();
        _connector = connector;
        _endpoint = endpoint;
        _options = options;
        _clock = clock;
        _logger = logger;
        _state = new SessionState(false, clock.GetUtcNow(), null);
    }

    /// <summary>Connected or not, since when and why not.</summary>
    public SessionState State => _state;

    /// <summary>Beats when <see cref="State"/> changes.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Keeps the link up until cancelled.</summary>
    /// <param name="receive">Called for one message after the other. What it throws is logged, and the next message follows.</param>
    /// <param name="cancellationToken">Ends the session and closes the link.</param>
    public async Task RunAsync(Func<MqttMessage, CancellationToken, ValueTask> receive, CancellationToken cancellationToken)
    {
        var pipeline = _options.BackOff.Build(_clock, e => e is MqttLinkException, (e, wait) => SessionMessages.WillReconnect(_logger, e.Message, wait.TotalSeconds));
        while (true) await pipeline.ExecuteAsync(async token => await HoldAsync(receive, token), cancellationToken);
    }

    /// <summary>Keeps the link up until something has come true, and then closes it.</summary>
    public async Task RunUntilAsync(Task enough, Func<MqttMessage, CancellationToken, ValueTask> receive, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var session = RunAsync(receive, end.Token);
        await Task.WhenAny(session, enough);
        await end.CancelAsync();
        try
        {
            await session;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It was enough.
        }
    }

    /// <summary>Publishes on the present link; completes at PUBACK.</summary>
    /// <exception cref="MqttLinkException">There is no link, or it ended before the PUBACK.</exception>
    public Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken) =>
        _link is { } link
            ? link.PublishAsync(topic, payload, retain, cancellationToken)
            : throw new MqttLinkException($"Not connected to the broker {_endpoint}.", transient: true);

    private async Task HoldAsync(Func<MqttMessage, CancellationToken, ValueTask> receive, CancellationToken cancellationToken)
    {
        LinkClosed closed;
        var start = _clock.GetTimestamp();
        try
        {
            await using var link = await _connector.ConnectAsync(_endpoint, cancellationToken);
            foreach (var filter in _options.Filters) await link.SubscribeAsync(filter, cancellationToken);
            _link = link;
            Become(connected: true, _state.Problem);
            SessionMessages.Connected(_logger, _endpoint.ToString(), link.Version);
            await foreach (var message in link.Incoming.ReadAllAsync(cancellationToken)) await HandleAsync(receive, message, cancellationToken);
            closed = await link.Closed.WaitAsync(cancellationToken);
        }
        catch (MqttLinkException e)
        {
            Become(connected: false, e.Message);
            throw;
        }
        finally
        {
            _link = null;
            if (cancellationToken.IsCancellationRequested) Become(connected: false, _state.Problem);
        }
        Become(connected: false, closed.Reason);
        if (_clock.GetElapsedTime(start) < _options.StableAfter)
            throw new MqttLinkException($"The link to the broker {_endpoint} did not hold: {closed.Reason}.", transient: true);
        SessionMessages.Lost(_logger, _endpoint.ToString(), closed.Reason);
    }

    [SuppressMessage("Design", "CA1031", Justification = "One message that cannot be handled must not end the session.")]
    private async ValueTask HandleAsync(Func<MqttMessage, CancellationToken, ValueTask> receive, MqttMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await receive(message, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            SessionMessages.NotHandled(_logger, message.Topic, e);
        }
    }

    private void Become(bool connected, string? problem)
    {
        var before = _state;
        _state = before.IsConnected == connected ? before with { Problem = problem } : new SessionState(connected, _clock.GetUtcNow(), problem);
        Changed.Beat();
    }
}
