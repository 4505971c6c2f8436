using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Site.Tests.Serving;

/// <summary>A past and proofs that a test sets.</summary>
internal sealed class PastByHand : ISiteHistory, ISiteEvidence
{
    private static readonly ShownTime Then = new(new WallTime(1_795_161_600.25, 5), null);

    /// <summary>One entry of each kind that is shown.</summary>
    public static IReadOnlyList<LoggedEntry> Everything { get; } =
    [
        new(20, new ReadingEntry("c0", "bar", 3.25, 1234, Quality.Good, Reason.None, 1, Then.Wall, default), Then),
        new(19, new ReadingEntry("c0", "bar", null, null, Quality.Bad, Reason.NoAnswer, 1, null, default), null),
        new(18, new ReadingEntry("c1", "bar", double.NaN, null, Quality.Uncertain, Reason.OutOfRange, 1, Then.Wall, default), Then),
        new(17, new GapEntry([], null, Then.Wall, GapReason.PoweredOff, "off"), null),
        new(16, new GapEntry(["c0", "c1"], Then.Wall, Then.Wall, GapReason.Thinned, ""), null),
        new(15, new EventEntry(EntryKind.Alarm, 1, Then.Wall, "c0", "9 bar is above the limit", ""), Then),
        new(14, new EventEntry(EntryKind.Tamper, 1, null, "lid", "opened", ""), null),
        new(13, new EventEntry(EntryKind.KeyRotation, 1, Then.Wall, "key", "<b>&\u0001", "Li"), Then),
        new(12, new ClockEntry(1, null, Then.Wall, ClockSource.Kernel), Then),
        new(11, new CalibrationEntry("c0", "2026-11-01", "C-17", "City Metrology", "{}"), Then),
        new(10, new ConfigurationEntry("c0", "{}", default, "Li"), Then),
        new(0, new BootEntry(Guid.Empty, 1, Then.Wall, ClockSource.None, "edge 0.1", "key"), Then),
    ];

    /// <summary>What was asked.</summary>
    public List<LogQuery> Asked { get; } = [];

    /// <summary>Done before each answer.</summary>
    public Action<CancellationToken> Before { get; set; } = _ => { };

    public LogPage Answer { get; set; } = new(Everything, 7, new LogMarks(0, 12, 16, 21)) { EvictedBelow = 3, Damaged = 1 };

    /// <summary>What a channel's trend is; null: three steps.</summary>
    public Func<string, Trend>? Day { get; set; }

    public byte[] File { get; set; } = [.. Enumerable.Range(0, 2600).Select(i => (byte)(i * 7))];

    public byte[] PolicyFile { get; set; } = "log city.example+1\n"u8.ToArray();

    public ulong Anchored { get; set; } = 12;

    /// <summary>POSIX seconds of the newest reading that is proved; null: every reading is.</summary>
    public double? Proved { get; set; }

    /// <summary>How often evidence was cut.</summary>
    public int Cuts { get; private set; }

    public Acceptance? Acceptance { get; set; } = new(1_795_161_600.25, 1_795_161_607, ["water", "health", "audit"], 4);

    public LogPage Readings(LogQuery query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    public LogPage Events(LogQuery query, CancellationToken cancellationToken) =>
        Page(query, cancellationToken) is var page ? page with { Entries = [.. page.Entries.Where(e => e.Entry is not ReadingEntry && (query.Kind ?? e.Entry.Kind) == e.Entry.Kind)] } : page;

    public Trend Trend(string channel, Period period, int steps, CancellationToken cancellationToken)
    {
        Before(cancellationToken);
        Asked.Add(new LogQuery(channel, period, null, steps, null));
        return Day?.Invoke(channel) ?? new Trend((long)period.Since, 60, [new TrendStep(1, 1, 1, 2, 1, 3, 2, 3) { Gaps = 2 }, default, new TrendStep(0, 0, 1, 0, 0, 0, 0, 0)], false);
    }

    public CutEvidence Of(ulong index, bool slim, CancellationToken cancellationToken) => Cut("entry", index, cancellationToken);

    public CutEvidence At(string channel, double? at, bool proved, bool slim, CancellationToken cancellationToken) =>
        Cut(channel, 20, cancellationToken) with { Measured = (Proved ?? at) is { } newest ? Math.Min(newest, at ?? newest) : null };

    public CutEvidence Between(string channel, Period period, bool slim, CancellationToken cancellationToken) => Cut(channel, 18, cancellationToken);

    public CutEvidence Whole(string channel, Period period, bool slim, CancellationToken cancellationToken) => Cut($"{channel}.whole", 18, cancellationToken);

    public ReadOnlyMemory<byte> Policy() => PolicyFile;

    private CutEvidence Cut(string name, ulong first, CancellationToken cancellationToken)
    {
        Before(cancellationToken);
        Cuts++;
        return new CutEvidence(name, first, 1, File) { Acceptance = Acceptance };
    }

    private LogPage Page(LogQuery query, CancellationToken cancellationToken)
    {
        Before(cancellationToken);
        lock (Asked)
            Asked.Add(query);
        return Answer;
    }
}
