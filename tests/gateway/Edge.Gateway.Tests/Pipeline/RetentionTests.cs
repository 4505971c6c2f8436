using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Tests.Evidence;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class RetentionTests : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly WriterRig _rig = new(new SealSettings { Entries = 100 }, keepAnchored: TimeSpan.FromDays(1));
    private Retention? _retention;

    [Fact]
    public void Nothing_goes_that_the_city_does_not_hold_however_old()
    {
        Measure(1000);
        _rig.Clock.Advance(TimeSpan.FromDays(400));

        Look();

        Assert.Equal(0UL, _rig.Log.View.Store.Extent.Oldest);
    }

    [Fact]
    public void Only_what_lies_below_the_receipt_and_is_older_than_the_age_goes()
    {
        Measure(600);
        _city.Anchor(_rig);
        Look();
        var anchored = _rig.Log.View.Store.NewestReceipt()!.Value.Size;
        Measure(600);
        _rig.Clock.Advance(TimeSpan.FromDays(2));
        Measure(600);

        Look();

        Assert.InRange(_rig.Log.View.Store.Extent.Oldest, 1UL, anchored - 1);
        var before = _rig.Log.View.Store.Extent.Oldest;
        Assert.Equal((long)before, _rig.Status.Evicted.ByName()["retention"]);
        _city.Anchor(_rig);
        _rig.Clock.Advance(TimeSpan.FromHours(2));
        Look();
        Assert.Equal(before, _rig.Log.View.Store.Extent.Oldest);
        _rig.Clock.Advance(TimeSpan.FromHours(23));
        Look();
        Assert.InRange(_rig.Log.View.Store.Extent.Oldest, before + 1, _rig.Log.View.Store.NewestReceipt()!.Value.Size - 1);
    }

    [Fact]
    public void The_boards_clock_at_fifty_years_ahead_or_with_nobody_to_vouch_for_it_makes_nothing_older_or_younger()
    {
        Measure(600);
        _city.Anchor(_rig);
        Look();
        _rig.Clock.Ahead = TimeSpan.FromDays(50 * 365).TotalSeconds;
        _rig.Clock.Advance(TimeSpan.FromHours(23));
        Look();
        Assert.Equal(0UL, _rig.Log.View.Store.Extent.Oldest);

        _rig.Clock.Source = ClockSource.None;
        _rig.Clock.Advance(TimeSpan.FromHours(2));
        Look();

        Assert.NotEqual(0UL, _rig.Log.View.Store.Extent.Oldest);
    }

    [Fact]
    public void Time_that_no_department_has_confirmed_counts_only_as_far_as_the_board_was_running()
    {
        Measure(600);
        _city.Anchor(_rig);
        _rig.Clock.Reboot(TimeSpan.FromDays(30));
        _rig.Crash();
        var retention = New();
        retention.Tick();
        Assert.Equal(0UL, _rig.Log.View.Store.Extent.Oldest);

        _rig.Beacons.Newest = _city.Block(_rig.Clock.True);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        retention.Tick();

        Assert.NotEqual(0UL, _rig.Log.View.Store.Extent.Oldest);
    }

    [Fact]
    public void It_looks_once_an_hour()
    {
        Measure(600);
        _city.Anchor(_rig);
        var retention = New();
        retention.Tick();
        _rig.Clock.Advance(TimeSpan.FromHours(23.5));
        retention.Tick();
        _rig.Clock.Advance(TimeSpan.FromMinutes(59));
        retention.Tick();
        Assert.Equal(0UL, _rig.Log.View.Store.Extent.Oldest);

        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        retention.Tick();

        Assert.NotEqual(0UL, _rig.Log.View.Store.Extent.Oldest);
    }

    [Fact]
    public void A_store_that_refuses_does_not_end_the_gateway()
    {
        Measure(600);
        _city.Anchor(_rig);
        Look();
        _rig.Clock.Advance(TimeSpan.FromDays(2));
        _rig.Store.Now = RefusingStore.Fault.Refuses;

        Look();

        Assert.Equal(0UL, _rig.Log.View.Store.Extent.Oldest);
    }

    [Fact]
    public void Evidence_of_every_reading_younger_than_the_age_still_verifies_though_boot_and_configuration_were_evicted()
    {
        Measure(600);
        _rig.Beacons.Newest = _city.Block(_rig.Clock.Wall()!.Value.Seconds - 1);
        Measure(600);
        _city.Anchor(_rig);
        _rig.Clock.Advance(TimeSpan.FromHours(23));
        Look();
        _rig.Clock.Advance(TimeSpan.FromHours(2));
        Measure(300);
        _city.Anchor(_rig);

        Look();

        var oldest = _rig.Log.View.Store.Extent.Oldest;
        Assert.NotEqual(0UL, oldest);
        var verifier = new EvidenceVerifier(_city.PolicyFor(_rig.Signer));
        var young = _rig.Clock.Wall()!.Value.Seconds - TimeSpan.FromDays(1).TotalSeconds;
        var readings = _rig.Entries().Select((e, i) => (Entry: e as ReadingEntry, Index: oldest + (ulong)i)).Where(x => x.Entry?.Wall?.Seconds > young).ToList();
        Assert.Equal(300, readings.Count);
        foreach (var (_, index) in readings)
            Assert.Equal((index, Outcome.Valid), (index, verifier.Verify(new EvidenceCutter(_rig.Log.View).Cut([index]).ToBytes()).Outcome));
        Assert.Throws<EntryEvictedException>(() => new EvidenceCutter(_rig.Log.View).Cut([10]));
    }

    public void Dispose()
    {
        _rig.Dispose();
        _city.Dispose();
    }

    private void Measure(int readings)
    {
        for (var i = 0; i < readings; i++)
        {
            _rig.Put(WriterRig.Flow, i);
            _rig.Clock.Advance(TimeSpan.FromMilliseconds(10));
            if (i % 20 == 19)
                _rig.Writer.Tick();
        }

        _rig.Pass(TimeSpan.FromSeconds(20));
    }

    private Retention New() =>
        new(_rig.Configuration, _rig.Log, new CityTime(_rig.Configuration, _city.PolicyFor(_rig.Signer), _rig.Clock), _rig.Beacons, _rig.Clock, _rig.Status, NullLogger<Retention>.Instance);

    private void Look() => (_retention ??= New()).Tick();
}
