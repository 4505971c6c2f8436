using System.Text;
using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Edge.Gateway.Opening;
using Edge.Gateway.Past;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Gateway.Truth;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// The one writer of the log: turns samples into entries, commits them in groups, closes batches with seals and signs their checkpoints.
/// One thread at a time. What a crash leaves: everything up to the last commit that returned; samples still in the queue or in the
/// uncommitted group are lost, at most <see cref="StoreSettings.CommitAge"/> of them.
/// </summary>
public sealed class LogWriter : IDisposable
{
    private readonly record struct Channel(byte[] Name, byte[] Unit);

    // One gap tells of all that a policy left out of a channel, once it is lifted; what a crash makes uncountable is bounded.
    private static readonly TimeSpan LongestUntold = TimeSpan.FromHours(1);

    private readonly GatewayConfiguration _configuration;
    private readonly MerkleLog _log;
    private readonly SampleQueue _queue;
    private readonly Inflow _inflow;
    private readonly TotalNote _totals;
    private readonly IGatewayClock _clock;
    private readonly GatewayStatus _status;
    private readonly ILogger<LogWriter> _logger;
    private readonly Channel[] _channels;
    private readonly OpenGroup _group;
    private readonly Sealing _sealing;
    private readonly string _key;
    private readonly ContextTable _context;
    private readonly OpenBatch _open = new();
    private readonly AlarmBook _alarms;
    private readonly ClockWatch _clocks;
    private readonly DamageGaps _damage;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly UrgentSeals _urgent = new();
    private bool _waiting;

    public LogWriter(
        GatewayConfiguration configuration, MerkleLog log, NoteSigner signer, SampleQueue queue, IGatewayClock clock, BeaconBox beacons, GatewayStatus status,
        ILogger<LogWriter> logger)
    {
        _configuration = configuration;
        _log = log;
        _key = signer.Verifier.ToString();
        _queue = queue;
        _inflow = new Inflow(queue, configuration.Channels);
        _totals = new TotalNote(log, configuration.Channels, _inflow);
        _clock = clock;
        _status = status;
        _logger = logger;
        _channels = [.. configuration.Channels.Select(c => new Channel(Encoding.UTF8.GetBytes(c.Name), Encoding.UTF8.GetBytes(c.Unit)))];
        _group = new OpenGroup(log, signer.DeriveSecret("edge-salt/v1"));
        _sealing = new Sealing(configuration, signer, beacons);
        _context = new ContextTable(log.View.Hasher, _channels.Length);
        _alarms = new AlarmBook(configuration.Channels, log, status);
        Intake = new Intake(configuration.Channels);
        _clocks = new ClockWatch(clock);
        _damage = new DamageGaps(log, clock, logger);
    }

    /// <summary>Ends when the log is continued: its newest checkpoint was made by this run, unless the store did not take it. Before, it can be an older one than the city knows, where the newest was damaged.</summary>
    public Task Started => _started.Task;

    /// <summary>The newest checkpoint became durable; only now may others hear of it.</summary>
    public event Action<SignedNote>? Sealed;

    /// <summary>What is taken of what the samplers bring.</summary>
    public Intake Intake { get; }

    /// <summary>Whether a group waits because the store did not take it.</summary>
    public bool IsWaiting => _waiting;

    /// <summary>Index the next entry gets.</summary>
    public ulong Next => _group.Next;

    /// <summary>No sample is taken for this index and those above; what is brought waits in the queue.</summary>
    public ulong Limit { get; set; } = ulong.MaxValue;

    /// <summary>Continues the log: takes up its last seal, and writes what gives the coming readings their meaning.</summary>
    public void Start()
    {
        var resumed = ResumePoint.Of(_log);
        var former = FormerRun.Of(_log.View);
        _totals.Resume();
        _group.Begin();
        _open.Begin(resumed.SealedSize, resumed.Unsealed);
        _context.Sealed(resumed.SealLeaf);
        _sealing.Resume(resumed.Beacon);

        var boot = OpeningEntries.Boot(_clock, _key);
        _context.Boot(Add(boot));
        _clocks.Begin(boot);
        if (_group.First > 0)
            Add(resumed.Gap(boot));
        _status.EndedWithoutStop = _group.First > 0 && !resumed.Clean;
        AddAll(_damage.Take());
        AddAll(resumed.Clean ? [] : IntakeNote.Unfinished(_log.View.Store, boot.Wall));
        for (var i = 0; i < _channels.Length; i++)
        {
            var channel = _configuration.Channels[i];
            _context.Configuration(i, Add(OpeningEntries.Configuration(_configuration, channel)));
            if (channel.Calibration is { } calibration)
                _context.Calibration(i, Add(OpeningEntries.Calibration(channel, calibration)));
        }

        _group.Mark(_group.First, _group.Next);
        foreach (var change in new ConfigurationChanges(former, _configuration, boot).Tell(_context.InForce))
        {
            Add(change);
            _logger.ConfigurationChanged(change.Subject, change.Who, change.Text);
        }

        AddAll(_alarms.Resume(boot));
        _logger.Resumed(_group.First, _configuration.Origin.ToString());
        _open.Urgent = true;
        Commit();
        _started.TrySetResult();
    }

    /// <summary>Takes what the samplers have brought, and commits or seals what is due.</summary>
    /// <exception cref="LogTakenException">Another process may write the log: this one must end.</exception>
    public void Tick()
    {
        if (_waiting && !Commit())
            return;
        AddAll(_damage.Take());
        NoteClock();
        _open.Urgent |= _urgent.IsDue(_clock.Monotonic());
        while (FillBatch())
        {
            if (!Commit())
                return;
        }

        NoteDevices(beforeTaken: false);
        _inflow.FindOpenHoles(Before(_configuration.Store.CommitAge));
        AddAll(IsOlder(Intake.Since, LongestUntold) ? Intake.TakeGaps(_clock.Now()) : Intake.TakeEnded());
        if (SealIsDue() || CommitIsDue())
            Commit();
    }

    /// <summary>Adds entries of the gateway's own and commits them, unless a group waits: then with it. They are durable when the log has the size that <see cref="Next"/> says now.</summary>
    /// <param name="retold">Gaps that come behind them and only tell again what older ones told.</param>
    public void Record(IEnumerable<Entry> entries, params IEnumerable<GapEntry> retold)
    {
        AddAll(entries);
        foreach (var gap in retold)
            Add(gap, _status.GapsRetold);
        Commit();
    }

    /// <summary>Adds an entry that a person answers for, and seals it at once. Not while a group waits.</summary>
    /// <returns>Its index; it is durable when the log has more entries than that.</returns>
    public ulong Enter(Func<ClockStamp, Entry> entry)
    {
        var index = Next;
        var entered = entry(_clock.Now());
        Add(entered);
        _alarms.Entered(entered);
        NoteCommissioned(index, entered);
        _open.Urgent = true;
        Commit();
        return index;
    }

    /// <summary>Readings that were taken and are not durable yet: in the group to be committed and in the queue.</summary>
    public int Unwritten => _group.Readings + _queue.Count + _inflow.Waiting;

    /// <summary>Takes what is left, seals and commits it. False when the store would not take it; then <see cref="Unwritten"/> readings are lost.</summary>
    public bool Stop()
    {
        Limit = ulong.MaxValue;
        Tick();
        _inflow.FindOpenHoles(ulong.MaxValue);
        AddAll(_waiting ? [] : [.. Intake.TakeGaps(_clock.Now()), .. Holes()]);
        _open.Urgent = _open.Since is not null;
        if (!_waiting && Commit())
            return NoteCleanStop();
        _logger.LostAtStop(Unwritten, _status.StoreTrouble ?? "");
        return false;
    }

    public void Dispose() => _group.Dispose();

    /// <summary>Takes samples until the queue is empty; true as soon as the batch must be closed before it takes more.</summary>
    private bool FillBatch()
    {
        while (!_open.Urgent && BatchRoom > 0)
        {
            if (Next >= Limit || !_inflow.TryTake(out var stamped))
                return false;
            NoteDevices(beforeTaken: true);
            Add(stamped);
        }

        return true;
    }

    private int BatchRoom => _configuration.Seal.Entries - (int)(Next - _open.First);

    private Hash32 Add(Entry entry) => Add(entry, _status.Gaps);

    private Hash32 Add(Entry entry, ReasonCounts<GapReason> gaps)
    {
        var now = _clock.Monotonic();
        _open.Entry(now);
        if (entry is GapEntry gap)
            gaps.Add(gap.Why, 1);
        return _group.Add(entry, now);
    }

    private void AddAll(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
            Add(entry);
    }

    /// <summary>What was missed behind what was taken since the last commit, one of each channel and kind.</summary>
    private IEnumerable<Entry> Holes() => _inflow.TakeHoles().Select(o => o.Gap(_configuration.Channels[o.Channel].Name, _clock.Now()));

    private void Add(in StampedSample stamped)
    {
        var found = Intake.Watches(stamped.Channel) ? _alarms.Look(stamped.Channel, stamped.Sample.Value) : null;
        if (!Intake.Takes(stamped, always: found is not null))
        {
            _status.Saw(stamped);
            return;
        }

        var channel = _channels[stamped.Channel];
        _group.Add(channel.Name, channel.Unit, stamped, _context.Of(stamped.Channel));
        _open.Reading(stamped.Monotonic, stamped.Sample.Quality, !stamped.Sample.Value.HasValue);
        _status.Count(stamped);
        if (found is { } alarm)
            NoteEvent(EntryKind.Alarm, stamped.Channel, stamped.Monotonic, stamped.Wall, alarm);
    }

    private void NoteClock()
    {
        if (_clocks.Slept() is { } asleep)
            Add(asleep);
        if (_clocks.Look() is not { } change)
            return;
        _group.Mark(Next, Next + 1);
        _context.Clock(Add(change.Entry));
        _logger.ClockChanged(change.What, change.Entry.Clock, WallText.Of(change.Entry.Before), WallText.Of(change.Entry.After));
    }

    /// <summary>What devices told before the sample that was taken last, or before the next.</summary>
    private void NoteDevices(bool beforeTaken)
    {
        while (Next < Limit && _queue.TryTakeNote(beforeTaken, out var note))
        {
            if (note.Kind == EntryKind.Calibration)
                NoteCalibration(note);
            else if ((note.IsFirst ? _alarms.Found(note.Channel, note.Text, note.IsOpen) : note.Text) is { } text)
                NoteEvent(note.Kind, note.Channel, note.Monotonic, note.Wall, new AlarmWatch.Crossing(text, note.IsOpen));
        }
    }

    private void NoteCalibration(DeviceNote note)
    {
        _group.Mark(Next, Next + 1);
        _context.Calibration(note.Channel, Add(DeviceCalibration.Entry(_configuration.Channels[note.Channel], note)));
    }

    private void NoteEvent(EntryKind kind, int channel, ulong monotonic, WallTime? wall, in AlarmWatch.Crossing told)
    {
        var opened = told.IsOpen ? new OpenAlarm(kind, told.Text, monotonic, wall) { Limit = told.Limit, IsAbove = told.IsAbove } : null;
        _logger.Alarm(_configuration.Channels[channel].Name, told.Text, isOver: opened is null && _alarms.IsOpen(channel));
        Add(_alarms.Tell(channel, kind, monotonic, wall, told.Text, opened));
        _open.Urgent |= _urgent.Ask(_clock.Monotonic());
    }

    private void NoteCommissioned(ulong index, Entry entry)
    {
        try
        {
            CommissionedMark.Note(_log, index, entry);
        }
        catch (StoreException e)
        {
            _logger.CommissioningNotNoted(e.Message);
        }
    }

    private bool NoteCleanStop()
    {
        try
        {
            ResumePoint.NoteCleanStop(_log);
            return true;
        }
        catch (StoreException e)
        {
            _logger.StopNotNoted(e.Message);
            return false;
        }
    }

    private bool CommitIsDue() => IsOlder(_group.Since, _configuration.Store.CommitAge) || IsOlder(_inflow.HoleSince, _configuration.Store.CommitAge);

    private bool SealIsDue()
    {
        if (_open.Since is null)
            return false;
        return _open.Urgent || BatchRoom <= 0 || IsOlder(_open.Since, _configuration.Seal.Age);
    }

    private ulong Before(TimeSpan age) => _clock.Monotonic() - Math.Min(_clock.Monotonic(), (ulong)age.Ticks * TimeSpan.NanosecondsPerTick);

    private bool IsOlder(ulong? since, TimeSpan age) =>
        since is { } at && _clock.Monotonic() - Math.Min(at, _clock.Monotonic()) >= (ulong)age.Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>Commits the group and the holes behind its readings, sealed if that is due. When the store refuses, the same group is tried again at the next tick; samples wait in the queue.</summary>
    private bool Commit()
    {
        if (!_waiting)
            AddAll(Holes());
        if (!_waiting && SealIsDue())
            _sealing.Close(_open, Next - 1, _clock.Now(), _context.Seal, Add);
        _alarms.Committing(_group.Next);
        try
        {
            _group.Commit(_sealing.Pending is null ? null : _sealing.Sign, _sealing.Block);
        }
        catch (StoreException e) when (e is not LogTakenException)
        {
            if (!_waiting)
                _logger.StoreRefused(e.Message);
            _waiting = true;
            _status.StoreTrouble = e.Message;
            return false;
        }

        if (_waiting)
            _logger.StoreTakesAgain();
        _waiting = false;
        _status.StoreTrouble = null;
        Committed();
        return true;
    }

    private void Committed()
    {
        _group.Begin();
        _damage.Committed();
        _status.Committed(_log.Size);
        _totals.Committed(_clock.Monotonic());
        _alarms.Committed();
        if (_sealing.Pending is not { } seal)
            return;
        _context.Sealed(seal.Leaf);
        _open.Begin(_log.Size);
        _status.Sealed(_log.Size, _clock.Monotonic());
        if (_sealing.Done() is { } checkpoint)
            Sealed?.Invoke(checkpoint);
    }
}
