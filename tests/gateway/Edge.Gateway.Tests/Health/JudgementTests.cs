using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using static Edge.Gateway.Tests.Health.Healths;

namespace Edge.Gateway.Tests.Health;

public sealed class JudgementTests
{
    [Fact]
    public void A_gateway_that_is_well_measures_and_proves_and_needs_nobody() => Is(Well, MeasuringState.Yes, ProvingState.Yes);

    [Fact]
    public void A_gateway_that_has_just_begun_needs_nobody() => Is(Started, MeasuringState.Starting, ProvingState.Starting);

    [Fact]
    public void Being_offline_needs_nobody_however_long() => Is(Offline with { LinkSeconds = 30 * 86_400, LagSeconds = 30 * 86_400 }, MeasuringState.Yes, ProvingState.Offline);

    [Fact]
    public void A_link_that_was_there_and_is_lost_is_offline_at_once() =>
        Is(Started with { Block = 7, Channels = Well.Channels }, MeasuringState.Yes, ProvingState.Offline);

    [Theory]
    [InlineData(6.9, true)]
    [InlineData(7.1, false)]
    public void Room_for_less_than_a_week_needs_a_person(double days, bool needed) =>
        Is(Offline with { FreeBytes = (long)(days * 51_000_000), Oldest = Offline.Anchored }, MeasuringState.Yes, ProvingState.Offline, needed ? [Need.RoomEnds] : []);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(300_000, 2.1)]
    public void A_log_that_has_used_all_it_may_have_and_lets_go_what_the_city_holds_needs_nobody(ulong oldest, double lag) =>
        Is(Well with { BudgetBytes = 141_000_000, RoomLeftBytes = 1_000_000, Oldest = oldest, LagSeconds = lag, StoreBytesPerDay = 51e9 }, MeasuringState.Yes, ProvingState.Yes);

    [Fact]
    public void A_log_that_is_full_of_what_the_city_does_not_hold_needs_a_person() =>
        Is(Offline with { BudgetBytes = 141_000_000, RoomLeftBytes = 1_000_000, Oldest = 900_000 }, MeasuringState.Yes, ProvingState.Offline, Need.RoomEnds);

    [Fact]
    public void A_disk_that_others_may_fill_so_far_is_not_full()
    {
        Is(Well with { FreeBytes = 20_000_000, FloorBytes = 10_000_000 }, MeasuringState.Yes, ProvingState.Yes);
        Is(Well with { FreeBytes = 9_000_000, FloorBytes = 10_000_000 }, MeasuringState.Yes, ProvingState.Yes, Need.RoomEnds);
    }

    [Theory]
    [InlineData(113_000_000, true)]
    [InlineData(112_000_000, false)]
    public void Hashes_and_index_that_take_most_of_the_room_need_a_person(long lasting, bool needed) =>
        Is(Well with { LastingBytes = lasting, RoomLeftBytes = 1_000_000 }, MeasuringState.Yes, ProvingState.Yes, needed ? [Need.RoomEnds] : []);

    [Fact]
    public void A_file_that_is_not_the_configuration_in_force_needs_a_person() => Is(FileChanged, MeasuringState.Yes, ProvingState.Yes, Need.ConfigurationChanged);

    [Fact]
    public void Whoever_has_read_another_file_than_is_in_force_sees_so_at_once_and_whoever_has_read_that_one_does_not()
    {
        var same = FileChanged with { ConfigurationHashOnDisk = null };
        Is(same.Beside("ff"), MeasuringState.Yes, ProvingState.Yes, Need.ConfigurationChanged);
        Is(same.Beside(same.ConfigurationHash!), MeasuringState.Yes, ProvingState.Yes);
        Is(Well.Beside("ff"), MeasuringState.Yes, ProvingState.Yes);
    }

    [Fact]
    public void An_alarm_that_is_open_needs_a_person() => Is(Alarmed, MeasuringState.Yes, ProvingState.Yes, Need.AlarmsOpen);

    [Fact]
    public void A_line_of_a_bus_that_is_held_and_a_device_that_often_fails_need_a_person()
    {
        Is(HeldBus, MeasuringState.Yes, ProvingState.Yes, Need.BusHeld, Need.DevicesUnsteady);
        Is(HeldBus with { Buses = Well.Buses }, MeasuringState.Yes, ProvingState.Yes, Need.DevicesUnsteady);
        Is(HeldBus with { Devices = Well.Devices }, MeasuringState.Yes, ProvingState.Yes, Need.BusHeld);
    }

    [Fact]
    public void A_device_that_brings_nothing_or_is_on_a_bus_that_is_held_is_not_told_as_unsteady_too()
    {
        var unsteady = HeldBus with { Buses = Well.Buses, Channels = new Dictionary<string, ChannelHealth> { ["tap.ph"] = Channel() with { Device = "i2c-3 0x48" }, ["main.pressure"] = Channel() } };
        Is(unsteady, MeasuringState.Yes, ProvingState.Yes, Need.DevicesUnsteady);
        Is(unsteady with { Channels = new Dictionary<string, ChannelHealth>(unsteady.Channels) { ["tap.ph"] = Channel() with { Device = "i2c-3 0x48", Value = null, Quality = "Bad", Reason = "Garbled" } } }, MeasuringState.Partly, ProvingState.Yes, Need.ChannelsFail);
        Is(unsteady with { Buses = new Dictionary<string, BusHealth> { ["i2c-3"] = new(0, "SDA", "held") } }, MeasuringState.Yes, ProvingState.Yes, Need.BusHeld);
    }

    [Theory]
    [InlineData(1.0, 599.0, true)]
    [InlineData(1.0, 600.0, false)]
    [InlineData(60.0, 1.0, false)]
    [InlineData(null, 1.0, false)]
    [InlineData(1.0, null, false)]
    public void A_device_is_unsteady_while_it_answers_and_has_spent_its_retries_lately(double? answered, double? gaveUp, bool isUnsteady) =>
        Assert.Equal(isUnsteady, Device(answered, gaveUp).IsUnsteady);

    [Fact]
    public void A_gateway_that_waits_for_its_store_measures_nothing_and_needs_a_person_for_that_alone() =>
        Is(Waiting, MeasuringState.WaitsForStore, ProvingState.Starting, Need.StoreRefuses);

    [Fact]
    public void A_gateway_that_every_department_refuses_needs_a_person_at_once()
    {
        Is(NotAdmitted, MeasuringState.Yes, ProvingState.Refused, Need.CityDoesNotAccept);
        Is(NotAdmitted with { Anchored = NotAdmitted.Sealed }, MeasuringState.Yes, ProvingState.Yes);
        Is(NotAdmitted with { Departments = new Dictionary<string, DepartmentHealth>(NotAdmitted.Departments) { ["energy"] = new(7, 1, null) } }, MeasuringState.Yes, ProvingState.Starting);
    }

    [Fact]
    public void A_department_that_asks_for_a_proof_from_another_size_does_not_refuse() =>
        Is(Well with { Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(7, 1, "409 this department knows size 7, not 9") } }, MeasuringState.Yes, ProvingState.Yes);

    [Fact]
    public void A_battery_backed_clock_that_is_configured_and_fails_needs_a_person() =>
        Is(Well with { Rtc = new RtcHealth("rtc7", "Unknown", "rtc7 does not exist") }, MeasuringState.Yes, ProvingState.Yes, Need.RtcFails);

    [Theory]
    [InlineData("WarmUp", 8, true)]
    [InlineData("NotReady", 8, true)]
    [InlineData("NoAnswer", 8, false)]
    [InlineData("WarmUp", 11, false)]
    public void A_device_that_only_begins_is_given_its_time(string reason, double uptime, bool begins) =>
        Is(
            Well with { UptimeSeconds = uptime, Channels = Channels(Channel() with { Value = null, Quality = "Bad", Reason = reason }) },
            begins ? MeasuringState.Starting : MeasuringState.No, ProvingState.Yes, begins ? [] : [Need.ChannelsFail]);

    [Fact]
    public void A_disk_with_hardly_any_room_needs_a_person_before_its_rate_is_known() =>
        Is(Well with { FreeBytes = 63_000_000, StoreBytesPerDay = null }, MeasuringState.Yes, ProvingState.Yes, Need.RoomEnds);

    [Fact]
    public void While_the_store_refuses_the_channels_are_not_accused() =>
        Is(Refused with { Channels = Channels(Channel() with { SecondsAgo = 500 }) }, MeasuringState.NotStored, ProvingState.Yes, Need.StoreRefuses);

    [Fact]
    public void Damage_that_was_found_needs_a_person() => Is(Damaged, MeasuringState.Yes, ProvingState.Yes, Need.StoreDamaged);

    [Theory]
    [InlineData("Blocked", MeasuringState.NotStored, "Measuring, not storing")]
    [InlineData("Shed", MeasuringState.NotStored, "Measuring, not storing")]
    [InlineData("Thinned", MeasuringState.Yes, "Measuring its one channel")]
    public void A_gateway_whose_log_is_full_does_not_say_that_it_measures_what_it_does_not_keep(string why, MeasuringState measuring, string headline)
    {
        var full = Well with { Channels = Channels(Channel()), LeftOut = Channels(Channel()).Keys.ToDictionary(c => c, _ => why) };

        Is(full, measuring, ProvingState.Yes, Need.ReadingsLeftOut);
        Assert.Equal(headline, HealthWords.English.Measuring(full));
    }

    [Fact]
    public void A_gateway_that_measures_nothing_does_not_say_that_it_measures_because_its_log_is_full_too()
    {
        var dead = Channel() with { Value = null, Quality = "Bad", Reason = "BusFault", SecondsAgo = 900 };
        var full = Well with { Channels = Channels(dead, dead), LeftOut = Channels(dead, dead).Keys.ToDictionary(c => c, _ => "Blocked") };

        Is(full, MeasuringState.No, ProvingState.Yes, Need.ReadingsLeftOut, Need.ChannelsFail);
        Is(full with { Channels = Channels(dead, Channel()) }, MeasuringState.NotStored, ProvingState.Yes, Need.ReadingsLeftOut, Need.ChannelsFail);
    }

    [Fact]
    public void Of_which_nothing_is_kept_a_channel_is_not_counted()
    {
        var full = Well with { LeftOut = new Dictionary<string, string> { [Well.Channels.Keys.First()] = "Shed" } };

        Is(full, MeasuringState.Partly, ProvingState.Yes, Need.ReadingsLeftOut);
        Assert.Equal(Well.Channels.Count - 1, Judgement.Measured(full));
    }

    [Fact]
    public void Anchoring_that_halted_needs_a_person() => Is(Halted, MeasuringState.Yes, ProvingState.Halted, Need.AnchoringHalted);

    [Fact]
    public void Channels_that_are_bad_or_silent_or_never_spoke_are_named()
    {
        Is(ChannelsGone, MeasuringState.Partly, ProvingState.Yes, Need.ChannelsFail);
        Assert.Equal(["tap.ph", "tap.chlorine", "pump.current"], Judgement.Failing(ChannelsGone).Select(c => c.Key));
    }

    [Fact]
    public void When_no_channel_brings_values_it_does_not_measure() =>
        Is(Well with { Channels = Channels(Channel() with { Quality = "Bad", Value = null }) }, MeasuringState.No, ProvingState.Yes, Need.ChannelsFail);

    [Theory]
    [InlineData(1, 10, true)]
    [InlineData(1, 10.1, false)]
    [InlineData(3600, 10_000, true)]
    [InlineData(3600, 10_900, false)]
    public void A_channel_is_silent_after_three_periods_but_never_within_ten_seconds(double period, double ago, bool measures) =>
        Assert.Equal(measures, (Channel() with { PeriodSeconds = period, SecondsAgo = ago }).Measures);

    [Fact]
    public void An_uncertain_value_is_a_value() => Assert.True((Channel() with { Quality = "Uncertain" }).Measures);

    [Fact]
    public void A_slow_channel_is_given_its_time_after_the_start() =>
        Is(Started with { UptimeSeconds = 100, Connected = true, Channels = Channels(Channel() with { Value = null, Quality = null, SecondsAgo = null, PeriodSeconds = 60 }) },
            MeasuringState.Starting, ProvingState.Starting);

    [Fact]
    public void After_an_outage_the_anchor_is_given_its_time() =>
        Is(Well with { LagSeconds = 93_780, LinkSeconds = 5 }, MeasuringState.Yes, ProvingState.CatchingUp);

    [Fact]
    public void A_city_that_does_not_accept_in_spite_of_a_link_needs_a_person() =>
        Is(Well with { LagSeconds = 61, LinkSeconds = 4000 }, MeasuringState.Yes, ProvingState.Waiting, Need.CityDoesNotAccept);

    [Fact]
    public void A_city_that_was_never_reached_needs_a_person_after_five_minutes()
    {
        Is(Offline with { Anchored = 0, UptimeSeconds = 299 }, MeasuringState.Yes, ProvingState.Offline);
        Is(Offline with { Anchored = 0, UptimeSeconds = 301 }, MeasuringState.Yes, ProvingState.Offline, Need.CityNeverReached);
    }

    [Fact]
    public void A_write_ahead_log_beyond_all_bounds_needs_a_person() =>
        Is(Well with { WalBytes = 65 * 1024 * 1024 }, MeasuringState.Yes, ProvingState.Yes, Need.WriteAheadLogGrows);

    [Theory]
    [InlineData(3600, true)]
    [InlineData(3599, false)]
    public void A_card_that_lasts_less_than_a_year_needs_a_person_once_the_rate_is_no_extrapolation(double observed, bool needed) =>
        Is(Well with { CardRatedBytes = 310e6 * 364, RateObservedSeconds = observed }, MeasuringState.Yes, ProvingState.Yes, needed ? [Need.CardWears] : []);

    [Fact]
    public void A_clock_that_nobody_vouches_for_needs_a_person_after_ten_minutes()
    {
        Is(Well with { Clock = "None", UptimeSeconds = 599 }, MeasuringState.Yes, ProvingState.Yes);
        Is(Well with { Clock = "None" }, MeasuringState.Yes, ProvingState.Yes, Need.ClockUnknown);
    }

    [Fact]
    public void A_clock_that_says_another_time_than_the_city_needs_a_person() =>
        Is(Well with { ClockAheadOfCitySeconds = -3600 }, MeasuringState.Yes, ProvingState.Yes, Need.ClockDisagrees);

    [Fact]
    public void A_full_log_is_one_need() =>
        Is(Offline with { LeftOut = new Dictionary<string, string> { ["tap.ph"] = "Blocked" }, RoomLeftBytes = 0, Oldest = 900_000 }, MeasuringState.Partly, ProvingState.Offline, Need.ReadingsLeftOut);

    [Fact]
    public void The_most_urgent_comes_first() =>
        Assert.Equal([Need.StoreRefuses, Need.StoreDamaged, Need.AnchoringHalted, Need.RoomEnds, Need.WriteAheadLogGrows, Need.CardWears, Need.ClockUnknown], Everything.Needs);

    private static void Is(GatewayHealth health, MeasuringState measuring, ProvingState proving, params Need[] needs)
    {
        Assert.Equal((measuring, proving), (health.Measuring, health.Proving));
        Assert.Equal(needs, health.Needs);
    }
}
