using Edge.Gateway.Past;
using Edge.Gateway.Time;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Opening;

/// <summary>When a log's newest entry was made, as far as its clocks tell.</summary>
/// <param name="Boot">Null when it cannot be told.</param>
/// <param name="Monotonic">ns since that boot.</param>
/// <param name="Wall">Null when nobody vouched for wall time in that boot.</param>
internal readonly record struct LastMoment(Guid? Boot, ulong Monotonic, WallTime? Wall)
{
    /// <summary>Behind the boot that is known entries are lost, and with them perhaps another one.</summary>
    public bool MayHaveBootedSince { get; init; }

    /// <param name="log">The log as the run before left it.</param>
    /// <param name="monotonic">Of its newest entry that has one.</param>
    /// <param name="wall">As that entry was stamped.</param>
    public static LastMoment Of(MerkleLog log, ulong monotonic, WallTime? wall)
    {
        try
        {
            return LoggedBoots.Newest(log.View) is var (boot, index, clocks)
                ? new LastMoment(boot, monotonic, clocks.Of(monotonic, wall)?.Wall) { MayHaveBootedSince = log.Damage.Any(d => d.Count > 0 && d.First + d.Count > index) }
                : new LastMoment(null, monotonic, wall);
        }
        catch (StoreException)
        {
            // What gave the last readings their meaning cannot be read: that is told where it is needed. Here only the gap's beginning is less well known.
            return new LastMoment(null, monotonic, wall);
        }
    }

    /// <summary>Nothing was measured from then to a boot.</summary>
    /// <param name="detail">Why, for people.</param>
    public GapEntry Gap(BootEntry now, GapReason why, string detail)
    {
        if (Boot == now.BootId && now.Monotonic >= Monotonic)
            return InOneBoot(now, why, detail);
        var (from, to) = (Wall, now.Wall);
        return from is { } earlier && to is { } later && earlier.Seconds > later.Seconds
            ? new GapEntry([], null, to, why, $"{detail}; the clock had said {WallText.Of(earlier)} before, which is later than now: it was wrong then or is wrong now")
            : new GapEntry([], from, to, why, detail);
    }

    /// <summary>The board went on running: how long the gap was is known whatever wall clocks said, and the clock that is known now tells its beginning too.</summary>
    private GapEntry InOneBoot(BootEntry now, GapReason why, string detail)
    {
        var known = now.Wall is { } wall ? new ClockPoint(now.Monotonic, wall) : Wall is { } earlier ? new ClockPoint(Monotonic, earlier) : default(ClockPoint?);
        return known is { } clock
            ? new GapEntry([], AsStamped(clock.At(Monotonic), now.Wall), clock.At(now.Monotonic), why, detail)
            : new GapEntry([], null, null, why, FormattableString.Invariant($"{detail}; it lasted {(now.Monotonic - Monotonic) / 1e9:0.0} s"));
    }

    /// <summary>Two measures of one clock differ by some µs: where they agree, the gap begins exactly where the last entry was stamped.</summary>
    private WallTime? AsStamped(WallTime? from, WallTime? to) =>
        Wall is { } stamped && from is { } computed && Math.Abs(stamped.Seconds - computed.Seconds) * 1000 <= stamped.UncertaintyMilliseconds && !(stamped.Seconds > to?.Seconds)
            ? stamped
            : from;
}
