using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Opening;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using Edge.Store;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Budget;

/// <summary>
/// Keeps the log within its room, on the writer's thread between its ticks: lets what is anchored go, then follows the policies, and lifts them when there is room
/// again. On a disk that is full to the last byte it gives back the <see cref="Ballast"/>, so that what waits and the gaps can be written before anything goes.
/// </summary>
public sealed class StoreKeeper
{
    private const ulong Second = 1_000_000_000;
    private const ulong Seldom = 5 * Second;

    // A reading with its hash and its part of frames and tables is half of that.
    private const long EntryBytes = 128;
    private const long FewEntries = 256;

    private readonly MerkleLog _log;
    private readonly LogWriter _writer;
    private readonly IGatewayClock _clock;
    private readonly Ballast _ballast;
    private readonly GatewayStatus _status;
    private readonly ILogger<StoreKeeper> _logger;
    private readonly RoomGauge _gauge;
    private readonly PolicyLadder _ladder;
    private readonly DrainWatch _watch;
    private readonly Eviction _eviction;
    private readonly IntakeNote _note;
    private readonly long _floor;
    private readonly long _budget;
    private ulong _next;
    private ulong _looked;
    private string? _refused;
    private EventEntry? _alarm;

    public StoreKeeper(
        GatewayConfiguration configuration, MerkleLog log, LogWriter writer, IGatewayClock clock, Ballast ballast, GatewayStatus status, ILogger<StoreKeeper> logger)
    {
        var store = configuration.Store;
        (_log, _writer, _clock, _ballast, _status, _logger, _floor, _budget) = (log, writer, clock, ballast, status, logger, store.FreeSpaceFloor, store.Budget);
        _gauge = new RoomGauge(store.Budget, store.FreeSpaceFloor);
        _ladder = new PolicyLadder(store.WhenFull);
        _watch = new DrainWatch(store.StuckAfter);
        _eviction = new Eviction(log, writer, status, logger);
        _note = new IntakeNote(log);
    }

    /// <summary>Ends what a crash interrupted. Called before the writer starts.</summary>
    public void Start()
    {
        try
        {
            _eviction.Resume();
        }
        catch (StoreException e)
        {
            Refused(e.Message);
        }
    }

    /// <summary>
    /// Looks at the room: seldom while there is plenty, each second when there is not, at once while room is being made, and before more is taken than a quarter
    /// of it holds: on a full disk nothing may take the room that is needed to make some.
    /// </summary>
    public void Tick()
    {
        var now = _clock.Monotonic();
        if (now < _next && _writer.Next < _writer.Limit && !(_writer.IsWaiting && now >= _looked + Second))
            return;
        (_looked, _next) = (now, now + Second);
        try
        {
            Look(now);
            _refused = null;
        }
        catch (StoreException)
        {
            // What keeps the store from being looked at keeps it from being written too: the writer tells it.
            _writer.Limit = ulong.MaxValue;
        }
    }

    /// <summary>It is tried each second, and said once.</summary>
    private void Refused(string why)
    {
        if (_refused != why)
            _logger.NotEvicted(why);
        _refused = why;
    }

    private void Look(ulong now)
    {
        var usage = _log.View.Store.Usage;
        var ballast = Ballast.For(Math.Min(_budget, usage.Total + usage.Free - _floor));
        // What is held in reserve is not the log's, nor is what the reserve still lacks; both are the budget's.
        var held = _ballast.Held;
        var lacks = Math.Max(0, ballast - held);
        var isFull = _writer.IsWaiting && usage.Free < ballast;
        var room = _gauge.Measure(usage with { Total = usage.Total - held, Free = usage.Free - lacks }, ballast);
        if (isFull && _ballast.Release())
            _next = now;
        if (!_writer.IsWaiting && MakesRoom(room))
            _next = now;
        else
            Follow(room);
        if (!isFull && lacks > 0 && usage.Free - _floor > lacks)
            _ballast.Make(ballast);
        Watch(now, isFull || (_ladder.InForce.Length > 0 && !_eviction.HasMore(_ladder.Evicts)));
        if (_next > now && room.Left > 4 * room.Margin)
            _next = now + Seldom;
        _writer.Limit = _writer.Next + (isFull ? 0 : (ulong)Math.Max(FewEntries, room.Left / 4 / EntryBytes));
        _status.Room = new RoomStatus(room, [.. _writer.Intake.LeftOut()], _ladder.MustEvict(room), _watch.IsStuck);
    }

    /// <summary>True while there is more to do.</summary>
    private bool MakesRoom(in Room room)
    {
        try
        {
            if (!_eviction.Finish())
                return false;
            var evicts = _ladder.MustEvict(room);
            return (evicts || _ladder.MustRelease(room)) && _eviction.TryOne(evicts);
        }
        catch (StoreException e)
        {
            Refused(e.Message);
            throw;
        }
    }

    private void Follow(in Room room)
    {
        if (_ladder.Look(room, _eviction.HasMore(_ladder.Evicts)))
        {
            _writer.Intake.Follow(_ladder.InForce, _clock.Now());
            if (_ladder.InForce.Length > 0)
                _logger.PoliciesInForce(string.Join(", ", _ladder.InForce.ToArray().Select(p => p.ToString())), ByteText.Format(Math.Max(0, room.Left)));
            else
                _logger.PoliciesLifted();
        }

        if (!_writer.IsWaiting)
            _note.Write(_writer.Intake.Untold());
    }

    private void Watch(ulong now, bool isFull)
    {
        var store = _log.View.Store;
        if (_watch.Look(now, isFull, store.NewestReceipt()?.Size ?? 0, store.Extent.Oldest))
        {
            var text = $"the store is full or nearly full, and for {DurationText.Format(_watch.Patience)} nothing was anchored and nothing could go";
            _alarm = new EventEntry(EntryKind.Alarm, now, _clock.Wall(), "store", text, OpeningEntries.Software);
            _logger.Stuck(_watch.Patience);
        }

        if (_alarm is null || _writer.IsWaiting)
            return;
        _writer.Record([_alarm]);
        _alarm = null;
    }
}
