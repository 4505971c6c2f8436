using System.Threading.Channels;
using Edge.Site.Access;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Live;

/// <summary>
/// Shows whoever watches what changes: one look at the gateway serves all of them, and nobody looks while nobody watches. Whoever does not keep up is let go
/// and comes again; it never waits for a viewer. A look that fails is made again at the next turn, and ends nothing.
/// </summary>
public sealed class LiveHub(ILiveReadings readings, ISiteStatus status, TimeProvider time, ILogger<LiveHub> logger)
{
    /// <summary>Viewers at the same time.</summary>
    public const int MostViewers = 64;

    /// <summary>Of one network, many people behind one address.</summary>
    public const int MostOfNetwork = MostViewers / 2;

    /// <summary>Of one session, of one token, or of those of one network who are not logged in.</summary>
    public const int MostOfOne = 8;

    /// <summary>Between a reading and the frame that shows it, at most.</summary>
    public static readonly TimeSpan ReadingsEvery = TimeSpan.FromMilliseconds(250);

    private const int StatusEvery = 4;
    private const int BeatEvery = 60;
    private const int AskEvery = 16;
    private const int MostWaiting = 32;

    private readonly Lock _gate = new();
    private readonly List<Seat> _viewers = [];
    private readonly LiveFrame _frame = new(readings.Channels.Count);
    private byte[] _status = [];
    private byte[] _said = [];
    private int _turn;
    private bool _pumps, _readingsFail, _statusFails;

    /// <summary>Nobody watches, and nobody looks.</summary>
    public bool IsResting
    {
        get
        {
            lock (_gate)
                return !_pumps;
        }
    }

    /// <summary>Who watches now.</summary>
    public int Viewers
    {
        get
        {
            lock (_gate)
                return _viewers.Count;
        }
    }

    /// <summary>Frames from now on, the whole state first, until it may not look any more. Null when <see cref="MostViewers"/> watch already, or as many as may of one.</summary>
    public Viewer? Join(Looker looker)
    {
        ArgumentNullException.ThrowIfNull(looker);
        lock (_gate)
        {
            if (_viewers.Count >= MostViewers || _viewers.Count(v => v.Looker.Who.Equals(looker.Who)) >= MostOfOne || _viewers.Count(v => v.Looker.From.Equals(looker.From)) >= MostOfNetwork)
                return null;
            var frames = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
            // Those who watch already would not be shown it otherwise.
            Try(ShowReadings, ref _readingsFail);
            frames.Writer.TryWrite(LiveEvent.Hello);
            frames.Writer.TryWrite(LiveEvent.Encode("readings"u8, _frame.Whole()));
            Try(() => Greet(frames.Writer), ref _statusFails);
            var seat = new Seat(looker, frames.Writer);
            _viewers.Add(seat);
            if (!_pumps)
                _ = Task.Run(PumpAsync);
            _pumps = true;
            return new Viewer(frames.Reader, () => Leave(seat));
        }
    }

    private void Leave(Seat seat)
    {
        lock (_gate)
        {
            if (_viewers.Remove(seat))
                seat.Frames.TryComplete();
        }
    }

    private async Task PumpAsync()
    {
        using var timer = new PeriodicTimer(ReadingsEvery, time);
        while (await timer.WaitForNextTickAsync())
        {
            if (!Turn())
                return;
            if (_turn % AskEvery == 0)
                LetGo();
        }
    }

    /// <summary>Who may not look any more. Files are read for it, and nobody waits for them.</summary>
    private void LetGo()
    {
        List<Seat> seats;
        lock (_gate)
            seats = [.. _viewers];
        foreach (var seat in seats.Where(s => !s.Looker.MayStill()))
            Leave(seat);
    }

    private bool Turn()
    {
        lock (_gate)
        {
            if (_viewers.Count == 0)
                return _pumps = false;
            _turn++;
            Try(ShowReadings, ref _readingsFail);
            if (_turn % StatusEvery == 0)
                Try(ShowStatus, ref _statusFails);
            if (_turn % BeatEvery == 0)
                Send(LiveEvent.Beat);
            return true;
        }
    }

    private void ShowReadings()
    {
        if (_frame.Changed(readings) is { } changed)
            Send(LiveEvent.Encode("readings"u8, changed));
    }

    private void ShowStatus()
    {
        var (now, said) = (status.Json(), status.Said());
        if (!now.Span.SequenceEqual(_status))
            Send(LiveEvent.Encode("status"u8, _status = now.ToArray()));
        if (!said.Span.SequenceEqual(_said))
            Send(LiveEvent.Encode("said"u8, _said = said.ToArray()));
    }

    /// <summary>What changes from now on is what differs from what all who watch have seen.</summary>
    private void Greet(ChannelWriter<ReadOnlyMemory<byte>> viewer)
    {
        var (now, said) = (status.Json().ToArray(), status.Said().ToArray());
        viewer.TryWrite(LiveEvent.Encode("status"u8, now));
        viewer.TryWrite(LiveEvent.Encode("said"u8, said));
        (_status, _said) = _viewers.Count == 0 ? (now, said) : ([], []);
    }

    /// <summary>What fails is told once until it works again, and then shown to all, whether it is new or not.</summary>
    private void Try(Action show, ref bool fails)
    {
        try
        {
            show();
            fails = false;
        }
#pragma warning disable CA1031 // Whatever fails, it must not end what the others watch.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!fails)
                logger.LookFailed(e.Message, e);
            fails = true;
            (_status, _said) = ([], []);
        }
    }

    private void Send(ReadOnlyMemory<byte> frame)
    {
        for (var i = _viewers.Count - 1; i >= 0; i--)
        {
            if (_viewers[i].Frames.TryWrite(frame))
                continue;
            _viewers[i].Frames.TryComplete();
            _viewers.RemoveAt(i);
        }
    }

    private sealed record Seat(Looker Looker, ChannelWriter<ReadOnlyMemory<byte>> Frames);
}
