using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Evidence as <c>edge-gateway evidence</c> cuts it; none leaves that the gateway's own policy does not accept.</summary>
/// <param name="anchored">The size that the city holds; from any thread.</param>
public sealed class GatewayEvidence(SiteLog log, GatewayHistory history, GatewayConfiguration configuration, TrustPolicy policy, Func<ulong> anchored) : ISiteEvidence
{
    /// <summary>Entries that one file is cut for.</summary>
    public const int Most = 2000;

    /// <summary>Entries that a file without omissions may have: with those of the other channels there are more.</summary>
    public const int MostWhole = 20_000;

    /// <summary>Of a time as it was shown, which is to the millisecond, all of it.</summary>
    private const double Shown = 0.000_999;

    /// <summary>How long it usually takes from a reading to its anchor.</summary>
    private TimeSpan Usual => configuration.Seal.Age + configuration.Anchoring.MinInterval + configuration.Store.CommitAge;

    public ulong Anchored => anchored();

    public CutEvidence Of(ulong index, bool slim, CancellationToken cancellationToken) => log.Look(() =>
    {
        var marks = log.Marks;
        if (index >= marks.Size)
            throw new RefusedException(Refusal.NotFound, EvidenceWords.English.NoEntry(index, marks.Size));
        RequireAnchored(index, marks);
        return Cut("entry", [index], slim);
    });

    public CutEvidence At(string channel, double? at, bool proved, bool slim, CancellationToken cancellationToken) => log.Look(() =>
    {
        var marks = log.Marks;
        var period = at is { } moment ? new Period(double.NegativeInfinity, moment + Shown) : Period.Any;
        proved |= at is null;
        var page = history.ReadingsAlone(new LogQuery(channel, period, null, 1, proved ? marks.Anchored : null), cancellationToken);
        if (page.Entries is not [var (index, _, _)])
            throw None(page, marks, proved);
        RequireAnchored(index, marks);
        return Cut(channel, [index], slim);
    });

    public CutEvidence Between(string channel, Period period, bool slim, CancellationToken cancellationToken) => log.Look(() =>
    {
        var marks = log.Marks;
        var page = history.Readings(new LogQuery(channel, period with { Until = period.Until + Shown }, null, Most, null), cancellationToken);
        if (page.Next is not null)
            throw TooMuch();
        var found = page.Entries.Select(e => e.Index).Order().ToList();
        if (found.Count == 0)
            throw None(page, marks, isLatest: false);
        RequireAnchored(found[0], marks);
        return Cut(channel, found.TakeWhile(i => i < marks.Anchored).ToList(), slim);
    });

    public CutEvidence Whole(string channel, Period period, bool slim, CancellationToken cancellationToken) => log.Look(() =>
    {
        var (marks, asked) = (log.Marks, period with { Until = period.Until + Shown });
        var newest = history.ReadingsAlone(new LogQuery(channel, asked, null, 1, null), cancellationToken);
        if (newest.Entries is [var (index, _, _)])
            RequireAnchored(index, marks);
        else if (marks.Anchored == 0)
            throw None(newest, marks, isLatest: true);
        RequireFew(asked, marks);
        var find = new SubjectFinder(log.View);
        var (first, last) = find.Around(channel, asked.Since, asked.Until);
        return last - first < MostWhole ? Cut(channel, find.Range(first, last, (asked.Since, asked.Until), channel), slim) : throw TooMuch(MostWhole);
    });

    public ReadOnlyMemory<byte> Policy()
    {
        try
        {
            return File.ReadAllBytes(configuration.PolicyFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Refusal.Unreadable, "the policy file cannot be read now");
        }
    }

    /// <summary>Before the entries are looked at: by the sizes of the batches that may be of that time.</summary>
    private void RequireFew(Period period, in LogMarks marks)
    {
        var entries = 0ul;
        foreach (var (_, count, mayHaveReadings) in new BatchFinder(log.View, log.Times).Between(period.Since, period.Until, marks.Anchored))
        {
            entries += mayHaveReadings ? count : 0;
            if (entries > 2 * MostWhole)
                throw TooMuch(MostWhole);
        }
    }

    private CutEvidence Cut(string name, IReadOnlyList<ulong> indices, bool slim)
    {
        var subjects = new SubjectFinder(log.View).WithTheirTime(indices);
        var bytes = new EvidenceCutter(log.View).Cut(subjects, slim).ToBytes();
        var verdict = new EvidenceVerifier(policy).Verify(bytes);
        return verdict.Outcome != Outcome.Invalid ? new CutEvidence(name, indices[0], indices.Count, bytes) { Measured = Measured(verdict), Acceptance = Accepted(verdict) }
            : throw new InvalidOperationException($"evidence of entry {indices[0]} does not verify: {verdict.Findings[0].Code} {verdict.Findings[0].Detail}");
    }

    private static double? Measured(Verdict verdict) => verdict.Readings.Select(r => r.Reading.Wall?.Seconds).Max();

    private Acceptance? Accepted(Verdict verdict) => verdict.AcceptedBy.Count == 0 ? null : new Acceptance(
        Measured(verdict), verdict.AcceptedBy.Max(c => c.Time), [.. verdict.AcceptedBy.Select(c => c.Witness)], policy.Witnesses.Count);

    private void RequireAnchored(ulong index, in LogMarks marks)
    {
        if (index >= marks.Anchored)
            throw NotAnchored(string.Create(CultureInfo.InvariantCulture, $"entry {index} is not anchored yet: the city holds {(marks.Anchored == 0 ? "none" : $"the entries below {marks.Anchored}")}"));
    }

    private RefusedException NotAnchored(string what) => new(Refusal.NotAnchored, string.Create(CultureInfo.InvariantCulture,
        $"{what}. While the city can be reached it usually takes less than {Math.Ceiling(Usual.TotalSeconds)} s from reading to anchor; ask again then"), Usual);

    private RefusedException None(LogPage page, in LogMarks marks, bool isLatest)
    {
        if (isLatest && marks.Anchored == 0)
            return NotAnchored("nothing is anchored yet");
        if (page.Next is not null)
            return TooMuch();
        return page.EvictedBelow is { } oldest
            ? new RefusedException(Refusal.Gone, string.Create(CultureInfo.InvariantCulture, $"entries below {oldest} were evicted, and what was asked for may be among them: their hashes remain, their bytes are gone"))
            : new RefusedException(Refusal.NothingThere, "this channel has no reading of that time, and no gap speaks of it");
    }

    private static RefusedException TooMuch(int most = Most) => new(Refusal.TooMuch, string.Create(CultureInfo.InvariantCulture,
        $"that is more than one answer may take (at most {most} entries); ask for a shorter time, or use edge-gateway evidence on the board"));
}
