using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Store.Tree;

namespace Edge.Gateway.Tests.Evidence;

public sealed class SubjectFinderTests : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly WriterRig _rig = new(new SealSettings { Entries = 5 });

    private double Now => _rig.Clock.Wall()!.Value.Seconds;

    private SubjectFinder Find => new(_rig.Log.View);

    [Fact]
    public void A_time_and_a_channel_give_its_readings_of_that_time_and_no_others()
    {
        Measure();
        var since = Now;
        Measure();
        var until = Now;
        _rig.Pass(TimeSpan.FromSeconds(10));
        Measure();

        var subjects = Find.Between("ph", since, until);

        var expected = _rig.Entries().Select((e, i) => (e, i)).Where(x => x.e is ReadingEntry { Channel: "ph", Wall: { } w } && w.Seconds >= since && w.Seconds <= until).Select(x => (ulong)x.i);
        Assert.Equal(expected, subjects);
        Assert.InRange(subjects.Count, 6, 7);
        var verdict = Verify(subjects);
        Assert.All(verdict.Readings, r => Assert.Equal("ph", r.Reading.Channel));
    }

    [Fact]
    public void A_time_of_all_channels_goes_from_its_first_reading_to_its_last_and_of_one_channel_likewise()
    {
        Measure();
        var since = Now;
        Measure();
        var until = Now;
        _rig.Pass(TimeSpan.FromSeconds(10));
        Measure();

        foreach (var channel in new[] { null, "ph" })
        {
            var (first, last) = Find.Around(channel, since, until);

            var meant = _rig.Entries().Index().Where(e => e.Item is ReadingEntry { Wall: { } w } r && (channel is null || r.Channel == channel) && w.Seconds >= since && w.Seconds <= until).Select(e => (ulong)e.Index).ToArray();
            Assert.Equal((meant[0], meant[^1]), (first, last));
            Assert.Equal(last - first + 1, Assert.Single(Verify(Find.Range(first, last)).Complete).Count);
        }
    }

    [Fact]
    public void A_time_without_readings_is_that_of_its_gaps_and_without_gaps_too_is_refused()
    {
        Measure();
        var off = Now;
        _rig.Pass(TimeSpan.FromMinutes(5));
        _rig.StopAndStart();
        Measure();

        var (first, last) = Find.Around(null, off + 60, off + 120);
        Assert.IsType<GapEntry>(_rig.Entries()[(int)first]);
        Assert.Equal(first, last);
        Assert.Contains("no anchored reading carries a time", Assert.Throws<EvidenceException>(() => Find.Around(null, Now + 1000, Now + 2000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_missed_in_short_holes_are_in_the_evidence_of_their_channel_time_and_range()
    {
        Measure();
        var since = Now;
        _rig.Put(WriterRig.Ph, 7);
        _rig.Clock.Advance(TimeSpan.FromSeconds(2));
        var (from, to) = (_rig.Clock.Monotonic() - 1_000_000_000, _rig.Clock.Monotonic());
        _rig.Queue.Skip(WriterRig.Ph, from, from, 1, 400_000_000);
        _rig.Queue.Skip(WriterRig.Ph, to, to, 3, 592_000_000);
        Measure();
        var until = since + 5;
        Measure();

        var gap = (ulong)Array.FindIndex(_rig.Entries(), e => e is GapEntry { Why: GapReason.Overrun });
        Assert.Equal("4 samples not taken in time, the longest hole 0.592 s", ((GapEntry)_rig.Entries()[gap]).Detail);
        Assert.Contains(gap, Find.Between("ph", since, until));
        Assert.DoesNotContain(gap, Find.Between("flow", since, until));
        var first = (ulong)_rig.Entries().Index().First(e => e.Item is ReadingEntry { Wall.Seconds: var s } && s >= since).Index;
        Assert.Equal(gap, Find.Range(first, gap - 1)[^1]);
        Assert.Single(_rig.Entries().OfType<GapEntry>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_range_has_the_gaps_of_its_time_that_an_older_version_wrote_batches_before_or_after_it(bool isBefore)
    {
        Measure();
        var start = Now;
        var gap = Gap(start + 20.2, start + 20.8);
        for (var second = 0; second < 60; second++)
        {
            _rig.Put(WriterRig.Flow, second);
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        if (!isBefore)
            _rig.Writer.Tick();
        _rig.Writer.Enter(_ => gap);
        _rig.Put(WriterRig.Flow, 60);
        Measure();

        var told = (ulong)Array.FindIndex(_rig.Entries(), e => e is GapEntry);
        var (first, last) = Find.Around("flow", start + 18, start + 23);
        Assert.True(isBefore ? told + 15 < first : told > last + 15, $"{told} {first} {last}");
        Assert.Contains(told, Find.Range(first, last));
        Assert.DoesNotContain(told, Find.Range(first + 20, last + 20));
        Assert.Contains(Verify(Find.Range(first, last)).Entries, e => e.Entry is GapEntry);
    }

    private static GapEntry Gap(double from, double to) => new(["flow"], new WallTime(from, 10), new WallTime(to, 10), GapReason.Overrun, "8 samples not taken in time, the longest hole 0.900 s");

    [Fact]
    public void Of_batches_of_readings_after_the_time_only_the_seals_are_read()
    {
        Measure();
        var until = Now;
        for (var i = 0; i < 100; i++)
        {
            _rig.Put(WriterRig.Flow, i);
            _rig.Pass(_rig.Configuration.Store.CommitAge);
        }

        _city.Anchor(_rig);
        using var store = new CountingReader(_rig.Log.View.Store);

        var subjects = new SubjectFinder(new LogView(store)).Between("flow", until - 5, until);

        Assert.Contains(_rig.Entries().Index(), e => e.Item is ReadingEntry { Channel: "flow" } && e.Index == (int)subjects[^1]);
        Assert.InRange(store.Bundles, 20, 60);
    }

    [Fact]
    public void A_time_in_which_the_gateway_was_off_gives_the_gap_that_was_noted_later()
    {
        Measure();
        var off = Now;
        _rig.Pass(TimeSpan.FromMinutes(5));
        _rig.StopAndStart();
        Measure();

        var entries = Find.Between("flow", off - 1, off + 120).Select(i => _rig.Entries()[i]).ToArray();

        Assert.Single(entries.OfType<GapEntry>());
        Assert.All(entries, e => Assert.True(e is GapEntry or ReadingEntry { Channel: "flow" }));
    }

    [Fact]
    public void A_channels_time_brings_its_alarms_and_the_changes_of_its_calibration_and_configuration_and_not_those_of_others()
    {
        Measure();
        var since = Now;
        _rig.Put(WriterRig.Ph, 9.5);
        Measure();
        var channels = _rig.Configuration.Channels.ToArray();
        channels[WriterRig.Ph] = channels[WriterRig.Ph] with { Calibration = new CalibrationSettings { Date = "2026-11-19", Certificate = "C-18", Who = "City Metrology" } };
        channels[WriterRig.Flow] = channels[WriterRig.Flow] with { Definition = """{"k_factor":455}""" };
        _rig.Configuration = _rig.Configuration with { Channels = channels, Who = "technician Wang", FileHash = Edge.Ledger.Merkle.TreeHasher.Sha256.Hash("another"u8) };
        _rig.StopAndStart();
        Measure();
        var until = Now;
        _rig.Pass(TimeSpan.FromSeconds(10));
        _rig.Put(WriterRig.Ph, 9.5);
        Measure();

        var subjects = Find.Between("ph", since, until);

        var happened = subjects.Select(i => _rig.Entries()[i]).OfType<EventEntry>().ToArray();
        Assert.All(happened, e => Assert.Equal("ph", e.Subject));
        Assert.Equal([EntryKind.Alarm, EntryKind.Alarm, EntryKind.Maintenance], happened.Select(e => e.Kind));
        Assert.Contains("certificate C-18; before: ", happened[2].Text, StringComparison.Ordinal);
        Assert.Equal(3, Verify(subjects).Entries.Count(e => e.Entry is EventEntry));
        Assert.Equal(1, Find.Between("flow", since, until).Count(i => _rig.Entries()[i] is EventEntry { Subject: "flow" }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_time_in_the_middle_of_an_alarm_brings_what_opened_it_also_from_the_run_before(bool isRestarted)
    {
        Measure();
        _rig.Put(WriterRig.Ph, 9.5);
        _rig.Pass(TimeSpan.FromSeconds(10));
        if (isRestarted)
            _rig.StopAndStart();
        var (since, until) = Exceed();

        var alarm = (ulong)Array.FindIndex(_rig.Entries(), e => e is EventEntry { Event: EntryKind.Alarm });
        var subjects = Find.Between("ph", since, until);
        Assert.Equal(alarm, subjects[0]);
        Assert.Contains(Verify(subjects).Entries, e => e.Entry is EventEntry);
        var (first, last) = Find.Around("ph", since, until);
        Assert.Equal(alarm, Find.Range(first, last, (since, until), "ph")[0]);
        Assert.DoesNotContain(alarm, Find.Range(first, last, (since, until)));
        Assert.DoesNotContain(alarm, Find.Between("flow", since, until));
        var find = Find;
        find.Between("ph", since, until);
        Assert.Null(find.AlarmsSoughtFrom);
    }

    [Fact]
    public void An_alarm_that_had_ended_when_the_time_began_is_not_of_it()
    {
        Measure();
        _rig.Put(WriterRig.Ph, 9.5);
        _rig.Pass(TimeSpan.FromSeconds(1));
        Measure();
        var since = Now;
        Measure();

        Assert.DoesNotContain(Find.Between("ph", since, Now), i => _rig.Entries()[i] is EventEntry);
    }

    [Fact]
    public void Where_an_open_alarm_could_not_be_looked_for_far_enough_that_is_said()
    {
        Measure();
        var evicted = _rig.Log.Size;
        Measure();
        var since = Now;
        Measure();
        _rig.Log.Evict(evicted);

        var find = Find;
        find.Between("ph", since, Now);

        Assert.Equal(_rig.Log.View.Store.Extent.Oldest, find.AlarmsSoughtFrom);
    }

    /// <summary>Readings above the limit of ph that are not the first, and their time.</summary>
    private (double Since, double Until) Exceed()
    {
        _rig.Put(WriterRig.Flow, 1);
        _rig.Pass(TimeSpan.FromSeconds(20));
        var since = Now;
        for (var i = 0; i < 5; i++)
        {
            _rig.Put(WriterRig.Ph, 9.6);
            _rig.Put(WriterRig.Flow, 1);
            _rig.Pass(TimeSpan.FromSeconds(1));
        }

        var until = Now;
        _rig.Pass(TimeSpan.FromSeconds(10));
        _city.Anchor(_rig);
        return (since, until);
    }

    [Fact]
    public void A_range_brings_the_gap_of_its_time_that_stands_after_it()
    {
        Measure();
        var last = _rig.Log.Size - 1;
        _rig.StopAndStart();
        Measure();

        var subjects = Find.Range(2, last);

        Assert.Equal(last - 1, (ulong)subjects.Count(i => i <= last));
        var gap = Assert.Single(subjects, i => i > last);
        Assert.IsType<GapEntry>(_rig.Entries()[gap]);
        Assert.Equal([new IndexRange(2, last), new IndexRange(gap, gap)], Verify(subjects).Complete);
    }

    [Fact]
    public void A_time_of_which_nothing_is_known_or_something_was_evicted_is_said_to_be_so()
    {
        _rig.PutAndTick(600);
        _city.Anchor(_rig);

        Assert.Contains("no anchored reading of channel ph", Assert.Throws<EvidenceException>(() => Find.Between("ph", Now + 1000, Now + 2000)).Message, StringComparison.Ordinal);
        _rig.Log.Evict(300);
        Assert.Contains("were evicted", Assert.Throws<EvidenceException>(() => Find.Between("ph", 0, Now)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slim_evidence_hides_the_calibration_and_keeps_both_bounds_in_time()
    {
        _rig.Beacons.Newest = _city.Block(Now - 1);
        Measure();
        Measure();
        var index = Find.Latest("ph", withValue: true);

        var slim = new EvidenceCutter(_rig.Log.View).Cut([index], slim: true).ToBytes();
        var full = new EvidenceCutter(_rig.Log.View).Cut([index]).ToBytes();

        var verdict = new EvidenceVerifier(_city.PolicyFor(_rig.Signer)).Verify(slim);
        Assert.Equal([FindingCode.MeaningNotDisclosed], verdict.Findings.Select(f => f.Code));
        Assert.NotNull(Assert.Single(verdict.Readings).NotBefore);
        Assert.True(slim.Length < full.Length, $"{slim.Length} and {full.Length} bytes");
        Assert.DoesNotContain("C-17", System.Text.Encoding.Latin1.GetString(slim), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20T08:00:00+08:00", 1795132800)]
    [InlineData("2026-11-20T00:00Z", 1795132800)]
    [InlineData("2026-11-20T00:00:00.5Z", 1795132800.5)]
    public void Times_are_read_with_their_zone(string text, double seconds) => Assert.Equal(seconds, Moment.TryParse(text));

    [Theory]
    [InlineData("2026-11-20T00:00:00")]
    [InlineData("2026-11-20")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void A_time_without_a_zone_is_not_guessed(string text) => Assert.Null(Moment.TryParse(text));

    public void Dispose()
    {
        _rig.Dispose();
        _city.Dispose();
    }

    [Fact]
    public void What_is_complete_for_a_time_ends_behind_the_alarm_of_its_last_reading_and_has_the_gap_after_it()
    {
        Measure();
        _rig.Pass(TimeSpan.FromMinutes(1));
        var since = Now;
        _rig.Put(WriterRig.Ph, 9.5);
        _rig.Writer.Tick();
        _rig.Pass(TimeSpan.FromMinutes(1));
        _rig.StopAndStart();
        _rig.Pass(TimeSpan.FromMinutes(1));
        var until = Now;
        Measure();

        var (first, last) = Find.Around("ph", since, since);
        var complete = Find.Range(first, last, (since, until));

        Assert.IsType<ReadingEntry>(_rig.Entries()[(int)last - 1]);
        Assert.Equal("ph", Assert.IsType<EventEntry>(_rig.Entries()[(int)last]).Subject);
        Assert.Contains(complete, i => i > last && _rig.Entries()[i] is GapEntry { Why: GapReason.Stopped or GapReason.PoweredOff });
    }

    private void Measure()
    {
        for (var i = 0; i < 6; i++)
        {
            _rig.Put(WriterRig.Ph, 7 + (i / 10.0));
            _rig.Put(WriterRig.Flow, i);
            _rig.Pass(TimeSpan.FromSeconds(1));
        }

        _rig.Pass(TimeSpan.FromSeconds(10));
        _city.Anchor(_rig);
    }

    private Verdict Verify(IReadOnlyList<ulong> indices)
    {
        var verdict = new EvidenceVerifier(_city.PolicyFor(_rig.Signer)).Verify(new EvidenceCutter(_rig.Log.View).Cut(indices).ToBytes());
        Assert.NotEqual(Outcome.Invalid, verdict.Outcome);
        return verdict;
    }
}
