using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Gateway.Tests.Time;

/// <summary>
/// A gateway whose clock misbehaves, and a city whose clocks are right. Readings of channel flow are numbered; what time it truly was at each is remembered.
/// </summary>
internal sealed class ClockScene : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly List<double> _true = [];

    public ClockScene(HandClock? clock = null, int queueCapacity = 1000) =>
        Rig = new WriterRig(new SealSettings { Entries = 8 }, clock: clock ?? new HandClock(), queueCapacity: queueCapacity);

    public WriterRig Rig { get; }

    public HandClock Clock => Rig.Clock;

    /// <summary>What was noted of the clock.</summary>
    public IEnumerable<ClockEntry> Corrections => Rig.Entries().OfType<ClockEntry>();

    public IEnumerable<GapEntry> Gaps => Rig.Entries().OfType<GapEntry>();

    /// <summary>True POSIX time of the n-th reading.</summary>
    public double TrueTime(int n) => _true[n];

    /// <summary>A reading a second, then time to seal, and an anchor.</summary>
    public void Measure(int readings = 6)
    {
        Rig.Beacons.Newest = _city.Block(Clock.True - 1);
        for (var i = 0; i < readings; i++)
        {
            Put();
            Rig.Pass(TimeSpan.FromSeconds(1));
        }

        Rig.Pass(TimeSpan.FromSeconds(10));
        Anchor();
    }

    /// <summary>A reading that waits in the queue.</summary>
    public void Put()
    {
        Rig.Put(WriterRig.Flow, _true.Count);
        _true.Add(Clock.True);
    }

    public void Anchor() => _city.Anchor(Rig);

    /// <summary>
    /// Of all that was logged: readings stand in the order in which they were made, each proved to lie in an interval that holds the true time, and gaps
    /// begin before they end.
    /// </summary>
    public Verdict Verdict()
    {
        Assert.Equal(Enumerable.Range(0, _true.Count).Select(n => (double?)n), Rig.Values());
        Assert.All(Gaps, g => Assert.False(g.From?.Seconds > g.To?.Seconds, $"{g}"));
        var verdict = Verify([.. Enumerable.Range(0, (int)Rig.Log.View.Store.NewestReceipt()!.Value.Size).Select(i => (ulong)i)]);
        Assert.Equal(_true.Count, verdict.Readings.Count);
        foreach (var reading in verdict.Readings)
        {
            var time = _true[(int)reading.Reading.Value!.Value];
            Assert.False(reading.NotBefore > time, $"{reading.Reading.Value} not before {reading.NotBefore}, it was {time}");
            Assert.True(reading.NotAfter + 1 > time, $"{reading.Reading.Value} not after {reading.NotAfter}, it was {time}");
        }

        foreach (var boot in verdict.Readings.GroupBy(r => r.Boot!.BootId))
            Assert.Equal(boot.Select(r => r.Reading.Monotonic).Order(), boot.Select(r => r.Reading.Monotonic));
        return verdict;
    }

    /// <summary>What is shown of each reading.</summary>
    public IReadOnlyList<ShownTime?> Shown() => Shown(Verdict());

    /// <summary>
    /// Every reading is found by its true time alone, and its evidence gives that time within its uncertainty, as does the evidence of all.
    /// </summary>
    public void EveryReadingIsShownAtItsTrueTime()
    {
        var all = Shown();
        for (var n = 0; n < _true.Count; n++)
        {
            IsTrue(n, all[n]);
            var verdict = Verify(Find(n));
            var reading = Assert.Single(verdict.Readings, r => r.Reading.Value == n);
            IsTrue(n, new DisplayTimes(verdict.Readings).Of(reading));
        }
    }

    /// <summary>What is found of the time of the n-th reading.</summary>
    public IReadOnlyList<ulong> Find(int n) => new SubjectFinder(Rig.Log.View).Between("flow", _true[n] - 0.9, _true[n] + 0.9);

    public void Dispose()
    {
        Rig.Dispose();
        _city.Dispose();
    }

    private void IsTrue(int n, ShownTime? shown)
    {
        Assert.NotNull(shown);
        var (seconds, uncertainty) = (shown.Value.Wall.Seconds, shown.Value.Wall.UncertaintyMilliseconds / 1000.0);
        Assert.True(Math.Abs(seconds - _true[n]) <= uncertainty, $"reading {n} is shown at {seconds:F3} ± {uncertainty}, it was {_true[n]:F3}");
    }

    private static List<ShownTime?> Shown(Verdict verdict)
    {
        var times = new DisplayTimes(verdict.Readings);
        return [.. verdict.Readings.Select(times.Of)];
    }

    private Verdict Verify(IReadOnlyList<ulong> subjects)
    {
        var verdict = new EvidenceVerifier(_city.PolicyFor(Rig.Signer)).Verify(new EvidenceCutter(Rig.Log.View).Cut(subjects).ToBytes());
        Assert.NotEqual(Outcome.Invalid, verdict.Outcome);
        return verdict;
    }
}
