using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Tests.Evidence;

public sealed class EvidenceCutterTests : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly WriterRig _rig = new(new SealSettings { Entries = 5 });

    /// <summary>Index of the first reading after a seal that names a block: what is before has no proved lower bound in time.</summary>
    private ulong? _from;

    [Fact]
    public void Evidence_of_one_reading_verifies_with_who_what_and_when()
    {
        Measure();
        var index = Readings("ph")[1];

        var verdict = Verify(_rig, [index]);

        Assert.Equal((Outcome.Valid, "city.example/gw-1"), (verdict.Outcome, verdict.Gateway?.ToString()));
        var proved = Assert.Single(verdict.Readings);
        Assert.Equal((index, "ph", "C-17", "technician Li"), (proved.Index, proved.Reading.Channel, proved.Calibration!.Certificate, proved.Configuration!.Who));
        Assert.NotNull(proved.NotBefore);
        Assert.NotNull(proved.NotAfter);
        Assert.DoesNotContain(verdict.Entries, e => e.Entry is ReadingEntry && e.Index != index);
    }

    [Fact]
    public void Evidence_of_a_set_shows_these_readings_and_no_others()
    {
        Measure();
        ulong[] indices = [Readings("ph")[0], Readings("flow")[3]];

        var verdict = Verify(_rig, indices);

        Assert.Equal((Outcome.Valid, 2), (verdict.Outcome, verdict.Complete.Count));
        Assert.Equal(indices, verdict.Readings.Select(r => r.Index));
    }

    [Fact]
    public void Evidence_of_a_range_shows_that_nothing_between_is_missing()
    {
        Measure();
        var (first, last) = (Readings("ph")[0], Readings("flow")[^1]);

        var verdict = Verify(_rig, [.. Enumerable.Range((int)first, (int)(last - first) + 1).Select(i => (ulong)i)]);

        Assert.Equal((Outcome.Valid, new IndexRange(first, last)), (verdict.Outcome, Assert.Single(verdict.Complete)));
        Assert.Equal(12, verdict.Readings.Count);
    }

    [Fact]
    public void Evidence_verifies_after_a_restart_and_a_clock_change_too()
    {
        Measure();
        _rig.StopAndStart();
        _rig.Clock.Source = ClockSource.Configured;
        Measure();

        foreach (var index in Readings("ph").Concat(Readings("flow")))
            Assert.Equal((index, Outcome.Valid), (index, Verify(_rig, [index]).Outcome));
    }

    /// <summary>Also where a clock was corrected before, between and after, and after a restart.</summary>
    [Fact]
    public void Evidence_shows_the_calibration_that_a_device_told_of_while_the_gateway_ran()
    {
        Measure();
        Tell("points 2");
        Measure();
        _rig.Clock.Source = ClockSource.Configured;
        Measure();
        Tell("points 3");
        Measure();
        _rig.StopAndStart();
        Measure();

        var told = Readings("ph").Select(i => Verify(_rig, [i])).ToList();
        Assert.All(told, v => Assert.Equal(Outcome.Valid, v.Outcome));
        Assert.Equal(
            ["""{"result":""}""", """{"result":"","device":"points 2"}""", """{"result":"","device":"points 3"}""", """{"result":""}"""],
            Changes(told.Select(v => Assert.Single(v.Readings).Calibration!.Coefficients)));
    }

    private static List<string> Changes(IEnumerable<string> all) => all.Aggregate(new List<string>(), (changes, next) => changes is [.., var last] && last == next ? changes : [.. changes, next]);

    private void Tell(string calibration) =>
        _rig.Queue.Note(new DeviceNote(EntryKind.Calibration, WriterRig.Ph, "ezo-ph at 0x63 on i2c-1", calibration, false, _rig.Clock.Monotonic(), _rig.Clock.Wall()));

    [Fact]
    public void What_is_not_anchored_yet_is_said_to_be_so()
    {
        Measure();
        var anchored = _rig.Log.Size;
        _rig.PutAndTick(20);

        Assert.Equal(
            $"entry {anchored + 3} is not anchored yet: the city holds entries below {anchored}. Try again when the gateway has reached the city",
            Refusal([anchored + 3]));
    }

    [Fact]
    public void Why_there_is_no_evidence_can_be_said_when_the_log_is_closed_again()
    {
        Measure();
        EvidenceException refused;
        using (var reader = LogFolder.OpenReader(_rig.Configuration.Store.Folder))
            refused = Assert.Throws<EvidenceException>(() => new EvidenceCutter(new LogView(reader)).Cut([_rig.Log.Size + 3]));

        Assert.Contains("is not anchored yet", refused.In(EvidenceWords.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_receipt_nothing_is_anchored()
    {
        _rig.PutAndTick(20);

        Assert.Contains("entry 2 is not anchored yet: the city holds entries below 0.", Refusal([2]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_beyond_the_end_is_refused_and_an_empty_wish_too()
    {
        Measure();

        Assert.Contains($"entry {_rig.Log.Size}", Refusal([_rig.Log.Size]), StringComparison.Ordinal);
        Assert.Equal("no entry was asked for", Refusal([]));
    }

    [Fact]
    public void Of_an_evicted_entry_it_is_said_that_its_bytes_are_gone()
    {
        _rig.PutAndTick(600);
        _city.Anchor(_rig);
        _rig.Log.Evict(300);

        var refused = Assert.Throws<EntryEvictedException>(() => new EvidenceCutter(_rig.Log.View).Cut([20]));

        Assert.Contains("Entry 20 was evicted", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _city.Dispose();
    }

    /// <summary>A seal that names a block of the city; then twelve readings, sealed and anchored.</summary>
    private void Measure()
    {
        _rig.Beacons.Newest = _city.Block(_rig.Clock.Wall()!.Value.Seconds - 1);
        _rig.PutAndTick(5);
        _from ??= _rig.Log.Size;
        for (var i = 0; i < 6; i++)
        {
            _rig.Put(WriterRig.Ph, 7 + (i / 10.0));
            _rig.Put(WriterRig.Flow, i);
            _rig.Pass(TimeSpan.FromSeconds(1));
        }

        _rig.Pass(TimeSpan.FromSeconds(10));
        _city.Anchor(_rig);
    }

    private ulong[] Readings(string channel) =>
        [.. _rig.Entries().Select((e, i) => (e, i)).Where(x => (x.e as ReadingEntry)?.Channel == channel && (ulong)x.i >= _from).Select(x => (ulong)x.i)];

    private Verdict Verify(WriterRig rig, IReadOnlyList<ulong> indices) =>
        new EvidenceVerifier(_city.PolicyFor(rig.Signer)).Verify(new EvidenceCutter(rig.Log.View).Cut(indices).ToBytes());

    private string Refusal(IReadOnlyList<ulong> indices) => Assert.Throws<EvidenceException>(() => new EvidenceCutter(_rig.Log.View).Cut(indices)).Message;
}
