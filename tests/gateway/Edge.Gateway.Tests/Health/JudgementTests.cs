using Edge.Gateway.Health;
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
        Is(Offline with { FreeBytes = (long)(days * 51_000_000) }, MeasuringState.Yes, ProvingState.Offline, needed ? [Need.RoomEnds] : []);

    [Fact]
    public void A_disk_with_hardly_any_room_needs_a_person_before_its_rate_is_known() =>
        Is(Well with { FreeBytes = 63_000_000, StoreBytesPerDay = null }, MeasuringState.Yes, ProvingState.Yes, Need.RoomEnds);

    [Fact]
    public void While_the_store_refuses_the_channels_are_not_accused() =>
        Is(Refused with { Channels = Channels(Channel() with { SecondsAgo = 500 }) }, MeasuringState.NotStored, ProvingState.Yes, Need.StoreRefuses);

    [Fact]
    public void Damage_that_was_found_needs_a_person() => Is(Damaged, MeasuringState.Yes, ProvingState.Yes, Need.StoreDamaged);

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
    public void The_most_urgent_comes_first() =>
        Assert.Equal([Need.StoreRefuses, Need.StoreDamaged, Need.AnchoringHalted, Need.RoomEnds, Need.WriteAheadLogGrows, Need.CardWears, Need.ClockUnknown], Everything.Needs);

    private static void Is(GatewayHealth health, MeasuringState measuring, ProvingState proving, params Need[] needs)
    {
        Assert.Equal((measuring, proving), (health.Measuring, health.Proving));
        Assert.Equal(needs, health.Needs);
    }
}
