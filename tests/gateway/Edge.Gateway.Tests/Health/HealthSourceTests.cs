using Edge.Gateway.Health;
using Edge.Gateway.Tests.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Store;
using Edge.Store.Log;

namespace Edge.Gateway.Tests.Health;

/// <summary>The model from a real writer over a real store, with a clock set by hand.</summary>
public sealed class HealthSourceTests : IDisposable
{
    private readonly HealthRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Readings_are_at_risk_until_they_are_durable()
    {
        _rig.Gateway.Put(WriterRig.Flow, 1);
        _rig.Gateway.Writer.Tick();
        _rig.Gateway.Put(WriterRig.Flow, 2);

        var before = _rig.Now();
        _rig.Gateway.Pass(TimeSpan.FromSeconds(1));
        var after = _rig.Now();

        Assert.Equal((2, 1, 0, 2), (before.AtRisk, before.CommitAgeSeconds, after.AtRisk, after.Readings));
        Assert.Equal(before.Size + 2, after.Size);
    }

    [Fact]
    public void An_alarm_that_is_over_leaves_what_it_was_and_how_long_it_lasted()
    {
        _rig.Gateway.Put(WriterRig.Ph, 9);
        _rig.Gateway.Pass(TimeSpan.FromSeconds(2));
        Assert.Empty(_rig.Now().AlarmsEnded);
        _rig.Gateway.Put(WriterRig.Ph, 7);
        _rig.Gateway.Pass(TimeSpan.FromSeconds(3));

        var over = _rig.Now();

        Assert.Empty(over.Alarms);
        Assert.Contains("above the limit 8.5", over.AlarmsEnded["ph"].Text, StringComparison.Ordinal);
        Assert.InRange(over.AlarmsEnded["ph"].LastedSeconds!.Value, 1.5, 2.5);
        Assert.InRange(over.AlarmsEnded["ph"].SecondsAgo, 2.5, 3.5);
    }

    [Fact]
    public void A_channel_is_told_with_its_device_as_the_devices_are_named()
    {
        var site = ConfigurationText.Read(ConfigurationText.Good);
        _rig.Gateway.Configuration = _rig.Gateway.Configuration with { Buses = site.Buses, Sensors = site.Sensors, Channels = site.Channels };
        _rig.Gateway.StopAndStart();

        var health = _rig.Now();

        Assert.Equal(["i2c-1 0x48", "i2c-1 0x63"], health.Devices.Keys);
        Assert.Equal(["ads1115", "ezo-ph"], health.Devices.Values.Select(d => d.Driver));
        Assert.Equal([0x48, 0x63], health.Addresses!["/dev/i2c-1"]);
        Assert.Equal(site.Channels.Select(c => c.Fingerprint), health.Channels.Values.Select(c => c.Fingerprint));
        Assert.Equal(_rig.Gateway.Configuration.FileSha256, health.ConfigurationHash);
        Assert.Equal(["i2c-1 0x48", "i2c-1 0x63"], health.Channels.Values.Select(c => c.Device));
    }

    [Fact]
    public void A_channel_is_told_with_its_resolution_and_a_contact_as_one()
    {
        var rig = _rig.Gateway;
        rig.Configuration = rig.Configuration with
        {
            Channels = [rig.Configuration.Channels[0], rig.Configuration.Channels[1] with { Definition = """{"driver":"contact","channel":{"output":"state"},"options":{"means":"leak"}}""" }],
        };
        rig.StopAndStart();

        var channels = _rig.Now().Channels;

        Assert.Equal((0.01, null), (channels["ph"].Resolution, channels["ph"].Contact));
        Assert.Equal("Leak", channels["flow"].Contact);
    }

    [Fact]
    public void Sealed_and_anchored_and_the_lag_between_them_are_told()
    {
        _rig.Gateway.PutAndTick(5);
        _rig.Gateway.Pass(TimeSpan.FromSeconds(10));
        _rig.Gateway.Clock.Advance(TimeSpan.FromSeconds(7));

        var health = _rig.Now();
        Assert.Equal((11UL, 11UL, 0UL, 11UL), (health.Size, health.Sealed, health.Anchored, health.Buffered));
        Assert.Equal(17, health.LagSeconds);

        _rig.Anchored = 11;
        _rig.Gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((11UL, 0UL, 0.0), (_rig.Now().Anchored, _rig.Now().Buffered, _rig.Now().LagSeconds));
    }

    [Fact]
    public void Anchoring_that_stopped_in_an_earlier_run_is_told_before_there_is_a_link()
    {
        _rig.HaltedEarlier = new Fork(Fork.City, "city.example/gw-1", 100, 9);

        var health = _rig.Now();

        Assert.Equal((ProvingState.Halted, true, false), (health.Proving, health.HaltedEarlier, health.IsHalted));
        Assert.Contains(Need.AnchoringHalted, health.Needs);
        Assert.Equal(new ForkHealth(null, 100, 9), health.Fork);
        Assert.Equal(2, health.Quorum);
    }

    [Fact]
    public void After_more_seals_than_are_remembered_the_lag_is_still_that_of_the_oldest()
    {
        for (ulong seal = 1; seal <= 300_000; seal++)
            _rig.Gateway.Status.Sealed(100 + seal, seal * 10_000_000_000);

        Assert.Equal(2_999_900, _rig.Gateway.Status.Numbers(3_000_000_000_000_000, anchored: 0).LagSeconds, tolerance: 0.1);
        Assert.Equal(1_500_000, _rig.Gateway.Status.Numbers(3_000_000_000_000_000, anchored: 150_100).LagSeconds, tolerance: 1500);
    }

    [Fact]
    public void Readings_are_told_by_quality_and_losses_and_gaps_by_reason()
    {
        for (var i = 0; i < HealthRig.QueueCapacity + 3; i++)
            _rig.Gateway.Put(WriterRig.Flow, i);
        _rig.Gateway.Pass(TimeSpan.FromSeconds(1));

        var health = _rig.Now();

        Assert.Equal((HealthRig.QueueCapacity, 0, 0, 3), (health.Good, health.Uncertain, health.Bad, health.Lost));
        Assert.Equal(new Dictionary<string, long> { ["overrun"] = 1 }, health.Gaps);
    }

    [Fact]
    public void A_gap_since_the_last_run_is_counted_too()
    {
        _rig.Gateway.Clock.Reboot(TimeSpan.FromSeconds(9));
        _rig.Gateway.Crash();

        Assert.Equal(new Dictionary<string, long> { ["powered_off"] = 1 }, _rig.Now().Gaps);
    }

    [Fact]
    public void Evicted_entries_are_counted_by_reason()
    {
        _rig.Gateway.Status.Evicted.Add(EvictionReason.Retention, 100);
        _rig.Gateway.Status.Evicted.Add(EvictionReason.Retention, 20);

        Assert.Equal(new Dictionary<string, long> { ["retention"] = 120 }, _rig.Now().Evicted);
    }

    [Fact]
    public void Once_anchoring_has_stopped_nothing_goes_to_the_historian_and_no_figure_of_then_is_given_for_now()
    {
        _rig.Drain = new DrainStatus
        {
            Link = new SessionState(true, _rig.Wall.GetUtcNow(), _rig.Wall.GetTimestamp(), null), IsHeard = true, Held = 7, Remaining = 493, Skipped = 3, TimeLeft = TimeSpan.FromSeconds(60), NotBelieved = 0,
        };
        var before = _rig.Now();
        _rig.Halted = new Fork(Fork.City, "city.example/gw-1", 40, 20);
        _rig.Gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = _rig.Now();

        Assert.Equal((new HistorianHealth(true, 7, 493, 3), 60.0), (before.Historian, before.DrainSeconds));
        Assert.Equal((new HistorianHealth(false, 7, null, 3, Connected: false), null), (after.Historian, after.DrainSeconds));
        Assert.DoesNotContain("remaining", HealthJson.Write(after), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_refuses_is_told_with_what_waits()
    {
        _rig.Gateway.Store.Now = RefusingStore.Fault.Refuses;
        _rig.Gateway.PutAndTick(3);
        _rig.Gateway.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal((MeasuringState.NotStored, 3), (_rig.Now().Measuring, _rig.Now().AtRisk));

        _rig.Gateway.Store.Now = RefusingStore.Fault.None;
        _rig.Gateway.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal((null, 0), (_rig.Now().Store, _rig.Now().AtRisk));
    }

    [Fact]
    public void The_age_of_a_channels_reading_is_monotonic_time()
    {
        _rig.Gateway.PutAndTick(1);
        _rig.Gateway.Clock.Advance(TimeSpan.FromSeconds(9));
        _rig.Wall.StepWallClock(TimeSpan.FromDays(365 * 50));

        var flow = _rig.Now().Channels["flow"];

        Assert.Equal((9.0, true), (flow.SecondsAgo, flow.Measures));
        Assert.Null(_rig.Now().Channels["ph"].SecondsAgo);
    }

    [Fact]
    public void The_age_of_a_departments_answer_is_monotonic_time()
    {
        _rig.Departments = [new DepartmentAnswer("water", _rig.Wall.GetTimestamp(), 7, "409"), new DepartmentAnswer("energy", null, 0, null)];
        _rig.Wall.Advance(TimeSpan.FromSeconds(9));
        _rig.Wall.StepWallClock(TimeSpan.FromDays(365 * 50));

        var departments = _rig.Now().Departments;

        Assert.Equal((new DepartmentHealth(7, 9, "409"), new DepartmentHealth(0, null, null)), (departments["water"], departments["energy"]));
    }

    [Fact]
    public void How_long_the_link_has_been_is_monotonic_time_and_counts_anew_when_it_changes()
    {
        _rig.IsConnected = true;
        _rig.Wall.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal((true, 50.0), (_rig.Now().Connected, _rig.Now().LinkSeconds));

        // Nobody looks while it is lost.
        _rig.IsConnected = false;
        _rig.Wall.Advance(TimeSpan.FromSeconds(29));
        _rig.Wall.StepWallClock(TimeSpan.FromDays(-3));
        _rig.Gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((false, 29.0), (_rig.Now().Connected, _rig.Now().LinkSeconds));
    }

    [Fact]
    public void The_disks_figures_are_those_of_the_files_and_their_rates_appear_after_a_minute()
    {
        _rig.Written = 1000;
        var first = _rig.Now();
        Assert.Equal((new FileInfo(Path.Combine(_rig.Gateway.Configuration.Store.Folder, "index.db-wal")).Length, 1000L, null), (first.WalBytes, first.WrittenBytes, first.WrittenBytesPerDay));
        Assert.True(first.StoreBytes > first.WalBytes && first.FreeBytes > 0, "the files are not there");

        _rig.Gateway.Clock.Advance(TimeSpan.FromSeconds(100));
        _rig.Written = 3000;
        var later = _rig.Now();

        Assert.Equal((20 * 86_400.0, 100.0), (later.WrittenBytesPerDay, later.RateObservedSeconds));
    }

    [Fact]
    public void A_store_that_cannot_be_looked_at_leaves_the_rest_of_the_answer()
    {
        using var rig = new HealthRig(() => throw new StoreException("gone"));

        Assert.Equal((null, null, 5UL), (rig.Now().StoreBytes, rig.Now().Oldest, rig.Now().Size));
    }

    [Fact]
    public void However_many_ask_the_parts_are_asked_once_in_a_while()
    {
        var first = _rig.Now();
        Assert.Same(first, _rig.Now());

        _rig.Gateway.Clock.Advance(HealthSource.FreshFor);
        Assert.NotSame(first, _rig.Now());
    }
}
