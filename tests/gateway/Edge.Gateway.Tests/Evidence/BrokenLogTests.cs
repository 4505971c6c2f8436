using Edge.Gateway.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Store;
using Edge.Store.Segments;

namespace Edge.Gateway.Tests.Evidence;

/// <summary>Evidence out of a log that has lost or evicted something: what is left, with the gaps that tell of the rest.</summary>
public sealed class BrokenLogTests : IDisposable
{
    private readonly ModelCity _city = new();
    private WriterRig _rig = new(parts: new SegmentOptions());

    private double Now => _rig.Clock.Wall()!.Value.Seconds;

    [Fact]
    public void Whatever_is_damaged_the_readings_that_are_left_and_the_gap_are_given_and_keep_all_the_meaning_that_hashes_still_prove()
    {
        var seals = 0;
        for (var frame = 0; frame < 14; frame++)
        {
            Renew();
            var since = Now;
            Measure(6);
            var end = _rig.Log.Size;
            Measure(6);
            _rig.Crash(frames => frames[frame]);
            Measure(6);
            var damage = Assert.Single(_rig.Log.Damage);
            seals += damage.First < end && damage.First + damage.Count >= end ? 1 : 0;
            var left = Left("ph").ToList();
            var find = new SubjectFinder(_rig.Log.View);

            var subjects = find.Between("ph", since, Now);

            var gap = Assert.Single(subjects, i => Read(i) is GapEntry { Why: GapReason.StoreDamaged });
            Assert.Equal(left.Append(gap).Order(), subjects.Where(i => Read(i) is ReadingEntry { Channel: "ph" } or GapEntry { Why: GapReason.StoreDamaged }));
            Assert.Equal((damage.First, damage.Count), (find.Damaged.First(), (ulong)find.Damaged.Count));
            var cutter = new EvidenceCutter(_rig.Log.View);
            var verdict = new EvidenceVerifier(_city.PolicyFor(_rig.Signer)).Verify(cutter.Cut(subjects).ToBytes());
            Assert.NotEqual(Outcome.Invalid, verdict.Outcome);
            Assert.Equal((0, left.Count), (cutter.Unopened, verdict.Readings.Count(r => r.Reading.Channel == "ph" && r.Context is not null)));
            var (first, last) = find.Around("ph", since, Now);
Assert.Equal(last - first + 1, (ulong)find.Range(first, last).Concat(find.Damaged).Count(i => i >= first && i <= last));
        }

        Assert.Equal(1, seals);
    }

    [Fact]
    public void Where_nothing_is_left_it_is_said_that_it_is_damaged()
    {
        Measure(10);
        _rig.Crash(frames => frames[4]);
        Measure(3);
        var damage = Assert.Single(_rig.Log.Damage);

        var refused = Assert.Throws<EvidenceException>(() => new SubjectFinder(_rig.Log.View).Range(damage.First, damage.First + damage.Count - 1));

        Assert.Contains("damaged in the store, and of what was asked for nothing else is left", refused.Message, StringComparison.Ordinal);
        Assert.Contains("在存储中损坏", refused.In(EvidenceWords.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_edge_of_what_was_evicted_untold_what_is_left_is_given_and_the_rest_is_said_to_be_gone()
    {
        _rig.Dispose();
        _rig = new WriterRig();
        var since = Now;
        Measure(300);
        _rig.Log.Evict(301);
        var oldest = _rig.Log.View.Store.Extent.Oldest;
        Assert.InRange(oldest, 200UL, 301UL);
        var find = new SubjectFinder(_rig.Log.View);

        var subjects = find.Between("ph", since, Now);

        Assert.Equal(Left("ph"), subjects);
        Assert.Equal(oldest, find.EvictedBelow);
        var cutter = new EvidenceCutter(_rig.Log.View);
        Assert.NotEqual(Outcome.Invalid, new EvidenceVerifier(_city.PolicyFor(_rig.Signer)).Verify(cutter.Cut(subjects).ToBytes()).Outcome);
        Assert.Contains("were evicted", Assert.Throws<EvidenceException>(() => new SubjectFinder(_rig.Log.View).Between("ph", since, since + 20)).Message, StringComparison.Ordinal);
        Assert.Throws<EntryEvictedException>(() => find.Range(oldest - 1, oldest + 10));
    }

    public void Dispose()
    {
        _rig.Dispose();
        _city.Dispose();
    }

    private void Renew()
    {
        _rig.Dispose();
        _rig = new WriterRig(parts: new SegmentOptions());
    }

    private void Measure(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            _rig.Put(WriterRig.Ph, 7);
            _rig.Put(WriterRig.Flow, i);
            _rig.Pass(TimeSpan.FromSeconds(1));
        }

        _rig.Pass(TimeSpan.FromSeconds(30));
        _city.Anchor(_rig);
    }

    private IEnumerable<ulong> Left(string channel)
    {
        var store = _rig.Log.View.Store;
        for (var index = store.Extent.Oldest; index < store.NewestReceipt()!.Value.Size; index++)
        {
            if (Read(index) is ReadingEntry reading && reading.Channel == channel)
                yield return index;
        }
    }

    private Entry? Read(ulong index)
    {
        try
        {
            return Entry.Decode(_rig.Log.View.ReadEntry(index));
        }
        catch (LogDamagedException)
        {
            return null;
        }
    }
}
