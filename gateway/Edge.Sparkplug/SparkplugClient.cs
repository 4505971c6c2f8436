using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Links;
using Edge.Sparkplug.Devices;
using Edge.Sparkplug.Progress;
using Edge.Sparkplug.Sessions;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Lane = Edge.Sparkplug.Progress.Lane;

namespace Edge.Sparkplug;

/// <summary>
/// Tells a gateway's log as an edge node of Sparkplug B 3.0, over a link of its own: births with what was last read, new readings as they become durable, and
/// behind them, as history, those that no host could be told when they were new.
/// </summary>
public sealed class SparkplugClient
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ConfirmEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BirthEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(3);

    /// <summary>Bytes of the largest packet that is taken: a command or a state has a hundred or two.</summary>
    private const int LargestHeard = 65_536;

    private readonly SparkplugOptions _options;
    private readonly IMqttConnector _connector;
    private readonly MqttEndpoint _endpoint;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Topics _topics;
    private readonly NodeMemory _memory;
    private readonly HostWatch _host;
    private readonly Complaints _complaints;
    private readonly string _name;
    private SparkplugStatus _status = new(false, false, 0, null);
    private long _noted;

    /// <summary>Prepares a node; nothing is connected before <see cref="RunAsync"/>.</summary>
    /// <param name="log">Its own view of the log.</param>
    /// <param name="startedAt">Size of the log when this run of the gateway began.</param>
    /// <param name="note">File in which it remembers what must outlive a restart.</param>
    /// <param name="endpoint">The broker; the client identifier must not be that of another session.</param>
    public SparkplugClient(
        SparkplugOptions options, IEntryLog log, ulong startedAt, INodeClock times, string note, IMqttConnector connector, MqttEndpoint endpoint, TimeProvider clock,
        ILogger<SparkplugClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _connector, _endpoint, _clock, _logger) = (options, connector, endpoint with { MaximumPacket = LargestHeard }, clock, logger);
        _topics = new Topics(options.Group, options.Node);
        _name = $"{options.Group}/{options.Node}";
        _memory = new NodeMemory(log, new NodeDevices(options, times, startedAt), new NodeNote(note), logger);
        _host = new HostWatch(options.PrimaryHost, times);
        _complaints = new Complaints(clock, logger);
    }

    /// <summary>Where the node stands; may be asked at any time.</summary>
    public SparkplugStatus Status
    {
        get => Volatile.Read(ref _status);
        private set => Volatile.Write(ref _status, value);
    }

    /// <summary>Tells until cancelled, and then says farewell.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pipeline = _options.Reconnect.Build(_clock, e => e is MqttLinkException, (e, wait) => SparkplugMessages.WillReconnect(_logger, e.Message, wait.TotalSeconds));
        while (true)
            await pipeline.ExecuteAsync(async token => await HoldAsync(token), cancellationToken);
    }

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        long? start = null;
        _memory.BeginSession();
        string reason;
        try
        {
            var death = NodeMessages.Death(_memory.Session, (ulong)_clock.GetUtcNow().ToUnixTimeMilliseconds());
            await using var link = await _connector.ConnectAsync(_endpoint with { Will = new MqttWill(_topics.Death, death.ToByteArray()) }, cancellationToken);
            start = _clock.GetTimestamp();
            _memory.Connected();
            reason = await HoldAsync(link, cancellationToken);
        }
        catch (MqttLinkException e)
        {
            reason = e.Message.TrimEnd('.');
        }
        finally
        {
            Status = Status with { IsConnected = false, IsBorn = false };
        }

        Status = Status with { Problem = reason };
        // One that held begins the waits anew.
        if (start is not { } since || _clock.GetElapsedTime(since) < StableAfter)
            throw new MqttLinkException($"{reason}.", transient: true);
        SparkplugMessages.Ended(_logger, reason);
    }

    /// <summary>Returns why it is over.</summary>
    private async Task<string> HoldAsync(IMqttLink link, CancellationToken cancellationToken)
    {
        var session = new NodeSession(link, _memory, _options, _topics, _clock);
        var inbox = new Inbox(_topics, _host, _complaints);
        _host.Begin();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = inbox.ReadAsync(link, end.Token);
        try
        {
            await link.SubscribeAsync(_topics.Commands, cancellationToken);
            if (_host.Topic is { } state)
                await link.SubscribeAsync(state, cancellationToken);
            return await TellAsync(link, session, inbox, cancellationToken);
        }
        finally
        {
            if (!link.Closed.IsCompleted)
                await LeaveAsync(session);
            _memory.Save();
            await end.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string> TellAsync(IMqttLink link, NodeSession session, Inbox inbox, CancellationToken cancellationToken)
    {
        if (!_host.IsOnline)
            SparkplugMessages.WaitsForHost(_logger, _endpoint.ToString(), _host.Host!);
        await using var timer = _clock.CreateTimer(_ => inbox.Changed.Beat(), null, Tick, Tick);
        long born = 0, confirmed = _clock.GetTimestamp();
        while (!link.Closed.IsCompleted)
        {
            var next = inbox.Changed.Next;
            _complaints.Tell();
            Status = new SparkplugStatus(true, session.IsBorn, _memory.Told.Remaining(_memory.Oldest, _memory.Size), Status.Problem);
            if (session.IsBorn && !_host.IsOnline)
                return $"the primary host {_host.Host} says that it is offline";
            if (_host.IsOnline && (!session.IsBorn || IsDue(inbox, born)))
            {
                inbox.IsRebirthAsked = false;
                await BearAsync(session, cancellationToken);
                born = _clock.GetTimestamp();
            }

            if (session.IsBorn)
                await StepAsync(session, () => !_host.IsOnline || IsDue(inbox, born), cancellationToken);
            if (_memory.Told.InDoubt > 0 && _clock.GetElapsedTime(confirmed) >= ConfirmEvery)
            {
                await session.ConfirmAsync(cancellationToken);
                confirmed = _clock.GetTimestamp();
                NoteNowAndThen();
            }

            await next.WaitAsync(cancellationToken);
        }

        return (await link.Closed).Reason;
    }

    /// <summary>Whoever asks again and again gets births no faster, and does not keep the data from going.</summary>
    private bool IsDue(Inbox inbox, long born) => inbox.IsRebirthAsked && _clock.GetElapsedTime(born) >= BirthEvery;

    private async Task BearAsync(NodeSession session, CancellationToken cancellationToken)
    {
        var isFirst = !session.IsBorn;
        await session.BearAsync(cancellationToken);
        if (isFirst)
            SparkplugMessages.Born(_logger, _name, _endpoint.ToString(), _memory.Session, _memory.Told.Remaining(_memory.Oldest, _memory.Size));
        else
            SparkplugMessages.BornAgain(_logger, _name);
    }

    /// <summary>All that is live, then history as long as it may go; a while at most, since there is more to see to.</summary>
    private async Task StepAsync(NodeSession session, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var start = _clock.GetTimestamp();
        _memory.SkipEvicted();
        while (!isOver() && _clock.GetElapsedTime(start) < LongestStep
            && (await session.TellAsync(Lane.Live, cancellationToken) || await session.TellAsync(Lane.History, cancellationToken)))
        {
        }

        await session.BuryAsync(cancellationToken);
    }

    private void NoteNowAndThen()
    {
        if (_noted != 0 && _clock.GetElapsedTime(_noted) < NoteEvery)
            return;
        _noted = _clock.GetTimestamp();
        _memory.Save();
    }

    /// <summary>Tells what became durable last, and in any case that it goes. Not for ever: the gateway is to stop, or another link to be made.</summary>
    private async Task LeaveAsync(NodeSession session)
    {
        try
        {
            using var limit = new CancellationTokenSource(LongestStep, _clock);
            while (session.IsBorn && _host.IsOnline && await session.TellAsync(Lane.Live, limit.Token))
            {
            }
        }
        catch (Exception e) when (e is MqttLinkException or OperationCanceledException)
        {
            // What is left goes next time.
        }
        finally
        {
            await DieAsync(session);
        }
    }

    private async Task DieAsync(NodeSession session)
    {
        using var limit = new CancellationTokenSource(FarewellLimit, _clock);
        try
        {
            await session.DieAsync(limit.Token);
            _memory.Told.Confirm(_memory.Told.InDoubt);
        }
        catch (Exception e) when (e is MqttLinkException or OperationCanceledException)
        {
            // The broker says it instead, once it notices.
        }
    }
}
