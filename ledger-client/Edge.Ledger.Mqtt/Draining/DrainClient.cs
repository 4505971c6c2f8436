using System.Buffers;
using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>
/// Sends a gateway's entries to a historian over a link of its own: live ones at once, the backlog behind them under a token bucket. It keeps nothing over a
/// restart: what is left to send is what the historian, asked at every connection, does not say it holds durably.
/// </summary>
public sealed class DrainClient
{
    /// <summary>Bytes of entries that one bundle is filled with, so that on a slow line live ones wait behind little.</summary>
    public const int BundleBytes = 16_384;

    private const int MostSkippedAtOnce = 1_000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly DrainOptions _options;
    private readonly IEntryLog _log;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly MqttSession _session;
    private readonly string _topic;
    private readonly TokenBucket _bucket;
    private readonly Pace _pace;
    private readonly SendPlan _plan = new();
    private readonly ArrayBufferWriter<byte> _bundle = new(2 * BundleBytes);
    private readonly ProgressWatch _progress;
    private readonly Inquiry _inquiry;
    private (ulong Entries, ulong Bytes) _backlogSent;
    private ulong _skippedBelow;
    private DateTimeOffset? _linkSince;
    private bool _isHeard;
    private IndexSet? _told;
    private string? _doubt;
    private long _notBelieved;
    private volatile DrainStatus? _status;

    /// <summary>Prepares a drain; nothing is connected before <see cref="RunAsync"/>.</summary>
    /// <param name="endpoint">The broker; the client identifier must not be that of another session.</param>
    public DrainClient(DrainOptions options, IEntryLog log, IMqttConnector connector, MqttEndpoint endpoint, TimeProvider clock, ILogger<DrainClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _log = log;
        _clock = clock;
        _logger = logger;
        _topic = new EdgeTopic(options.Origin.TopicId, EdgeTopic.EntriesKind).ToString();
        var held = new EdgeTopic(options.Origin.TopicId, EdgeTopic.HeldKind).ToString();
        _session = new MqttSession(connector, endpoint, new MqttSessionOptions { Filters = [held], BackOff = options.Reconnect }, clock, logger);
        _bucket = new TokenBucket(options.Rate, options.Burst, clock);
        _pace = new Pace(clock);
        _progress = new ProgressWatch(options.Patience, clock, logger);
        _inquiry = new Inquiry(options.AskEvery, clock, logger);
    }

    /// <summary>Beats when there may be something to do.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Where the drain stands, as of its last look; null before the first.</summary>
    public DrainStatus? Status => _status;

    /// <summary>Sends until cancelled. After a failure the status says why until it is called again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunPartsAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _isHeard = false;
            _status = Look(_plan.LiveFrom) with { Trouble = e.Message };
            throw;
        }
    }

    private async Task RunPartsAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [_session.RunAsync(ReceiveAsync, end.Token), DrainAsync(end.Token)];
        await Task.WhenAny(parts);
        await end.CancelAsync();
        await Task.WhenAll(parts);
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        await using var timer = _clock.CreateTimer(_ => Changed.Beat(), null, Tick, Tick);
        while (true)
        {
            var next = Changed.Next;
            var size = _log.Size;
            if (size > 0)
                Step(size, cancellationToken);
            _status = Look(size);
            await next.WaitAsync(cancellationToken);
        }
    }

    private void Step(ulong size, CancellationToken cancellationToken)
    {
        var link = _session.State;
        if (_linkSince != link.Since)
        {
            _linkSince = link.Since;
            _isHeard = false;
            Volatile.Write(ref _doubt, null);
            _inquiry.Begin();
        }

        if (!link.IsConnected)
            return;
        if (Interlocked.Exchange(ref _told, null) is { } told)
            Believe(told, size);
        if (_isHeard && Trouble() is { } why)
        {
            _isHeard = false;
            _inquiry.Begin(why);
        }

        if (!_isHeard)
        {
            if (Volatile.Read(ref _doubt) is { } doubt)
                _inquiry.Doubt(doubt);
            if (_inquiry.IsDue)
                _inquiry.Ask(PublishAsync(EntriesMessage.Write(size, []), cancellationToken));
            return;
        }

        SkipEvicted();
        while (SendNext(Lane.Live, size, cancellationToken))
        {
        }

        while (_bucket.IsOpen && SendNext(Lane.Backlog, size, cancellationToken))
        {
        }

        _progress.Look();
    }

    private void Believe(IndexSet told, ulong size)
    {
        if (told.End > size)
        {
            Doubt($"it says that it holds entry {told.End - 1}, and this log has {size}: it was restored from an older copy, or the historian is wrong");
            return;
        }

        var (before, done, backlog) = (_plan.Held, _plan.BacklogDone, _plan.LiveFrom);
        _plan.Hear(told);
        if (told.Count < before)
            DrainMessages.HoldsLess(_logger, told.Count, before);
        if (told.Count > before)
            _progress.Made();
        if (!_isHeard)
        {
            _isHeard = true;
            Volatile.Write(ref _doubt, null);
            _plan.Begin(size);
            _pace.Clear();
            SkipEvicted();
            DrainMessages.Heard(_logger, told.Count, size, _plan.Remaining(Oldest(size), size));
        }
        else if (done < backlog && _plan.BacklogDone == backlog)
        {
            DrainMessages.CaughtUp(_logger, backlog);
        }

        _pace.Note(_plan.BacklogDone);
    }

    /// <summary>Why what was sent must count as lost; null while there is no reason.</summary>
    private string? Trouble()
    {
        foreach (var bundle in _plan.Sent)
        {
            if (bundle.Published is { IsCompletedSuccessfully: true, Result: { } problem })
                return problem;
            if (_clock.GetElapsedTime(bundle.At) >= _options.AnswerTimeout)
                return $"it did not acknowledge entries {bundle.Entries.From} to {bundle.Entries.To - 1}";
        }

        return null;
    }

    private bool SendNext(Lane lane, ulong size, CancellationToken cancellationToken)
    {
        if (_plan.Next(lane, size) is not { } span)
            return false;
        _bundle.ResetWrittenCount();
        var first = span.From;
        int count;
        while ((count = _log.Read(first, span.To, BundleBytes, _bundle)) == 0 && ++first < span.To && first - span.From < MostSkippedAtOnce)
        {
        }

        if (first > span.From)
            Skip(new IndexSpan(span.From, first));
        if (count == 0)
            return false;
        var payload = EntriesMessage.Write(first, _bundle.WrittenSpan);
        if (lane == Lane.Backlog)
        {
            _bucket.Take(payload.Length);
            _backlogSent = (_backlogSent.Entries + (ulong)count, _backlogSent.Bytes + (ulong)payload.Length);
        }

        _progress.Awaited();
        _plan.Send(new SentBundle(lane, new IndexSpan(first, first + (ulong)count), _clock.GetTimestamp(), PublishAsync(payload, cancellationToken)));
        return true;
    }

    private void SkipEvicted()
    {
        if (_log.Oldest is var oldest && oldest <= _skippedBelow)
            return;
        Skip(new IndexSpan(_skippedBelow, oldest));
        _skippedBelow = oldest;
    }

    private void Skip(IndexSpan entries)
    {
        if (_plan.Skip(entries) is { Count: > 0 and var count, Within: var within })
            DrainMessages.Skipped(_logger, count, within.From, within.To - 1);
    }

    private async Task<string?> PublishAsync(byte[] payload, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _session.PublishAsync(_topic, payload, retain: false, cancellationToken);
            return result.Accepted && !result.NobodySubscribed ? null : $"the broker says of {_topic}: {result}";
        }
        catch (MqttLinkException e)
        {
            return e.Message.TrimEnd('.');
        }
    }

    private ValueTask ReceiveAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        try
        {
            Volatile.Write(ref _told, HeldMessage.Parse(message.Payload.Span));
            Changed.Beat();
        }
        catch (MalformedException e)
        {
            Doubt(e.Message);
        }

        return ValueTask.CompletedTask;
    }

    private void Doubt(string why)
    {
        Interlocked.Increment(ref _notBelieved);
        Volatile.Write(ref _doubt, why);
        DrainMessages.NotBelieved(_logger, why);
    }

    private DrainStatus Look(ulong size)
    {
        var left = _plan.LiveFrom - _plan.BacklogDone;
        return new DrainStatus
        {
            Link = _session.State,
            IsHeard = _isHeard,
            Doubt = _isHeard ? null : Volatile.Read(ref _doubt),
            Held = _plan.Held,
            Remaining = _plan.Remaining(Oldest(size), size),
            Skipped = _plan.Skipped,
            TimeLeft = _isHeard ? TimeFor(left) : null,
            NotBelieved = Interlocked.Read(ref _notBelieved),
        };
    }

    private ulong Oldest(ulong size) => Math.Min(_log.Oldest, size);

    /// <summary>By what the bucket lets through and what was measured, whichever is slower.</summary>
    private TimeSpan? TimeFor(ulong entries)
    {
        if (entries == 0)
            return TimeSpan.Zero;
        if (_backlogSent.Entries == 0)
            return null;
        var allowed = _options.Rate / ((double)_backlogSent.Bytes / _backlogSent.Entries);
        var perSecond = Math.Min(allowed, _pace.PerSecond ?? allowed);
        return entries / perSecond is var seconds && seconds < TimeSpan.FromDays(36_500).TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
