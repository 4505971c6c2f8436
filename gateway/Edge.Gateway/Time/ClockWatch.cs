using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>
/// Watches how far wall time is ahead of the monotonic clock. The kernel slews both alike; what moves one against the other is a step, a leap second, or a
/// host that sets its clock again and again. Says so when that is more than was uncertain, and whenever who vouches changes.
/// </summary>
public sealed class ClockWatch(IGatewayClock clock)
{
    /// <summary>A clock that creeps is told of no more often, ns.</summary>
    private const ulong CreepTold = 60_000_000_000;

    private ClockSource _source;
    private ClockPoint? _base;
    private uint _uncertainty;
    private ulong _seenAt;
    private WallTime? _seen;
    private ulong? _creptAt;
    private ulong _asleep;

    /// <summary>Begins with what the boot entry says.</summary>
    public void Begin(BootEntry boot)
    {
        Take(boot.Monotonic, boot.Wall, boot.Clock);
        _asleep = clock.Asleep();
    }

    /// <summary>What has changed since the last look that told something; null when nothing has.</summary>
    public ClockChange? Look()
    {
        var now = clock.Now();
        var before = Before(now.Monotonic);
        if (Event(now, before) is not { } what)
        {
            See(now);
            return null;
        }

        Take(now.Monotonic, now.Wall, now.Source);
        return new ClockChange(what, new ClockEntry(now.Monotonic, before, now.Wall, now.Source));
    }

    /// <summary>The gap when the board slept since the last call: nothing was measured then. Null when it did not.</summary>
    public GapEntry? Slept()
    {
        var asleep = clock.Asleep();
        var slept = asleep > _asleep ? asleep - _asleep : 0;
        if (slept < SleepTold)
            return null;
        _asleep = asleep;
        var now = clock.Now();
        return new GapEntry(
            [], now.At(now.Monotonic - Math.Min(slept, now.Monotonic)), now.Wall, GapReason.PoweredOff, FormattableString.Invariant($"the board slept for {slept / 1e9:0.0} s"));
    }

    /// <summary>Shorter is no sleep but the two clocks not read at once, ns.</summary>
    private const ulong SleepTold = 500_000_000;

    private ClockEvent? Event(in ClockStamp now, WallTime? before)
    {
        if (now.Source != _source)
            return _source == ClockSource.None ? ClockEvent.Gained : now.Source == ClockSource.None ? ClockEvent.Lost : ClockEvent.SourceChanged;
        if (now.Wall is not { } wall || before is not { } old)
            return null;
        if (Disagreement.LeapSeconds(old, wall) != 0)
            return ClockEvent.Leapt;
        if (!Disagreement.Contradicts(old, wall))
            return null;
        if (Jumped(now, wall))
            return ClockEvent.Stepped;
        if (_creptAt is { } told && now.Monotonic - told < CreepTold)
            return null;
        _creptAt = now.Monotonic;
        return ClockEvent.Drifted;
    }

    /// <summary>Whether most of the way was made since the last look.</summary>
    private bool Jumped(in ClockStamp now, WallTime wall) =>
        _seen is not { } seen || new ClockPoint(_seenAt, seen).At(now.Monotonic) is not { } expected
        || Math.Abs(wall.Seconds - expected.Seconds) * 2000 > (double)_uncertainty + wall.UncertaintyMilliseconds;

    /// <summary>Wall time at a moment as it was known before: by what was told last, less certain since nobody vouches for it.</summary>
    private WallTime? Before(ulong monotonic) => _base?.At(monotonic) is { } known
        ? new ClockPoint(_seenAt, known with { UncertaintyMilliseconds = _uncertainty }).At(monotonic) is { } grown ? known with { UncertaintyMilliseconds = grown.UncertaintyMilliseconds } : null
        : null;

    private void Take(ulong monotonic, WallTime? wall, ClockSource source)
    {
        _source = source;
        if (wall is not { } known)
            return;
        _base = new ClockPoint(monotonic, known);
        See(new ClockStamp(monotonic, known, source));
    }

    private void See(in ClockStamp now)
    {
        if (now.Wall is not { } wall)
            return;
        (_seenAt, _seen, _uncertainty) = (now.Monotonic, wall, wall.UncertaintyMilliseconds);
    }
}
