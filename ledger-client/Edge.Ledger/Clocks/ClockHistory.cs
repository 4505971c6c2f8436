using Edge.Ledger.Entries;

namespace Edge.Ledger.Clocks;

/// <summary>
/// What a log says of wall time in one boot, and the time to show for what was stamped in it: SPEC.md section 2, Display time. Entries keep what they said;
/// only what is shown is recomputed. Monotonic time is the order in which things happened, whatever wall clocks said.
/// </summary>
public sealed class ClockHistory
{
    private readonly record struct Noted(ulong Monotonic, WallTime Wall, WallTime? Before, bool IsClaim);

    private readonly List<Noted> _noted = [];
    private StandingPoints? _standing;

    /// <summary>The service started.</summary>
    public void Add(BootEntry boot) => Add(boot.Monotonic, boot.Wall, null, isClaim: true);

    /// <summary>A clock correction of this boot.</summary>
    public void Add(ClockEntry clock) => Add(clock.Monotonic, clock.After, clock.Before, isClaim: true);

    /// <summary>A reading of this boot: its own time is a measure like the others, but says nothing of those before it.</summary>
    public void Add(ReadingEntry reading) => Add(reading.Monotonic, reading.Wall, null, isClaim: false);

    /// <summary>The time to show for what was stamped at a moment.</summary>
    /// <param name="monotonic">ns.</param>
    /// <param name="own">Wall time as it was stamped.</param>
    /// <returns>Null when nothing says what time it was.</returns>
    public ShownTime? Of(ulong monotonic, WallTime? own)
    {
        _standing ??= Stand();
        var stands = own is not null && monotonic >= _standing.From;
        var known = stands ? null : _standing.Nearest(monotonic, hadOwn: own is not null);
        return own is { } stamped && (stands || IsWithin(stamped, known)) ? new ShownTime(stamped, null) : known;
    }

    /// <summary>What was stamped after the clock was set and before that was noted is right.</summary>
    private static bool IsWithin(WallTime stamped, ShownTime? known) =>
        known is { } shown && Math.Abs(stamped.Seconds - shown.Wall.Seconds) * 1000 <= stamped.UncertaintyMilliseconds;

    private void Add(ulong monotonic, WallTime? wall, WallTime? before, bool isClaim)
    {
        if (wall is not { } known)
            return;
        _noted.Add(new Noted(monotonic, known, before, isClaim));
        _standing = null;
    }

    /// <summary>Goes through what was noted in the order in which it happened: whenever it contradicts what was known, that and all before it are void.</summary>
    private StandingPoints Stand()
    {
        var points = new List<StandingPoints.Point>();
        var leaps = new List<(ulong Since, int Sum)>();
        ulong from = 0;
        foreach (var noted in _noted.OrderBy(n => n.Monotonic))
        {
            var before = noted.Before ?? (points.Count > 0 ? points[^1].Clock.At(noted.Monotonic) : null);
            if (noted.IsClaim && before is { } known && Disagreement.LeapSeconds(known, noted.Wall) is var leap and not 0)
            {
                leaps.Add((noted.Monotonic, leap + (leaps.Count > 0 ? leaps[^1].Sum : 0)));
            }
            else if (noted.IsClaim && before is { } wrong && Disagreement.Contradicts(wrong, noted.Wall))
            {
                points.Clear();
                from = noted.Monotonic;
            }

            points.Add(new StandingPoints.Point(new ClockPoint(noted.Monotonic, noted.Wall), leaps.Count > 0 ? leaps[^1].Sum : 0));
        }

        return new StandingPoints(from, points, leaps);
    }
}
