using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Time;

/// <summary>What clocks do in the field, from the sensor to the verifier's verdict.</summary>
public sealed class ClockScenarioTests
{
    private const double FiftyYears = 50 * 365.25 * 86_400;

    [Fact]
    public void A_start_in_1970_is_recomputed_when_the_time_comes()
    {
        using var scene = new ClockScene(new HandClock { Source = ClockSource.None });
        scene.Measure();
        scene.Clock.Source = ClockSource.Kernel;
        scene.Measure();

        var correction = Assert.Single(scene.Corrections);
        Assert.Equal((null, ClockSource.Kernel), (correction.Before, correction.Clock));
        Assert.Equal([.. Enumerable.Repeat(true, 6), .. Enumerable.Repeat(false, 6)], scene.Shown().Select(s => s!.Value.IsRecomputed));
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void A_step_of_fifty_years_and_back_moves_neither_order_nor_proved_intervals()
    {
        using var scene = new ClockScene();
        scene.Measure();
        scene.Clock.Ahead = FiftyYears;
        scene.Measure();
        scene.Clock.Ahead = 0;
        scene.Measure();

        Assert.Equal([FiftyYears, -FiftyYears], scene.Corrections.Select(c => Math.Round(c.After!.Value.Seconds - c.Before!.Value.Seconds, 3)));
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void A_clock_set_back_by_an_hour_twice_is_put_right_for_all_that_came_before()
    {
        using var scene = new ClockScene(new HandClock { Ahead = 7200 });
        scene.Measure();
        scene.Clock.Ahead = 3600;
        scene.Measure();
        scene.Clock.Ahead = 0;
        scene.Measure();

        Assert.Equal([-3600, -3600], scene.Corrections.Select(c => Math.Round(c.After!.Value.Seconds - c.Before!.Value.Seconds, 3)));
        Assert.Equal(12, scene.Shown().Count(s => s!.Value.IsRecomputed));
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void A_battery_backed_clock_ten_minutes_off_is_put_right_by_the_network()
    {
        using var scene = new ClockScene(new HandClock { Source = ClockSource.Rtc, Uncertainty = 2500, Ahead = -600 });
        scene.Measure();
        (scene.Clock.Source, scene.Clock.Uncertainty, scene.Clock.Ahead) = (ClockSource.Kernel, 12, 0);
        scene.Measure();

        Assert.Equal(ClockSource.Kernel, Assert.Single(scene.Corrections).Clock);
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void When_the_battery_backed_clock_raises_its_stop_flag_times_go_on_from_what_was_known()
    {
        using var scene = new ClockScene(new HandClock { Source = ClockSource.Rtc, Uncertainty = 2500 });
        scene.Measure();
        scene.Clock.Source = ClockSource.None;
        scene.Measure();

        Assert.Equal((true, null), (Assert.Single(scene.Corrections).Before.HasValue, Assert.Single(scene.Corrections).After));
        Assert.All(scene.Rig.Entries().OfType<ReadingEntry>().Skip(6), r => Assert.Null(r.Wall));
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void Without_any_clock_order_and_proved_intervals_are_all_there_is()
    {
        using var scene = new ClockScene(new HandClock { Source = ClockSource.None });
        scene.Measure();
        scene.Rig.StopAndStart();
        scene.Measure();

        Assert.All(scene.Shown(), s => Assert.Null(s));
        Assert.All(scene.Verdict().Readings.Skip(6), r => Assert.NotNull(r.NotBefore));
        var gap = Assert.Single(scene.Gaps);
        Assert.Equal((null, null), (gap.From, gap.To));
        Assert.Contains("it lasted 0.0 s", gap.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Over_a_leap_second_nothing_is_recomputed_that_had_its_time(int step)
    {
        using var scene = new ClockScene(new HandClock { Source = ClockSource.None, True = 1_798_761_600 - 32 });
        scene.Measure();
        scene.Clock.Source = ClockSource.Kernel;
        scene.Measure();
        Assert.Equal(1_798_761_600, scene.Clock.True);
        scene.Clock.True += step;
        scene.Measure();

        Assert.Equal(2, scene.Corrections.Count());
        Assert.Equal(6, scene.Shown().Count(s => s!.Value.IsRecomputed));
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void A_clock_that_creeps_away_from_a_host_is_noted_now_and_then()
    {
        using var scene = new ClockScene();
        for (var i = 0; i < 200; i++)
        {
            scene.Put();
            scene.Rig.Pass(TimeSpan.FromSeconds(1));
            scene.Clock.Ahead += 0.005;
        }

        scene.Measure();
        Assert.InRange(scene.Corrections.Count(), 3, 5);
        Assert.All(scene.Corrections, c => Assert.InRange(c.After!.Value.Seconds - c.Before!.Value.Seconds, 0.024, 0.4));
        var offset = scene.Corrections.Last();
        var shown = scene.Shown()[0]!.Value;
        Assert.True(shown.IsRecomputed);
        Assert.Equal(offset.After!.Value.Seconds - (offset.Monotonic / 1e9), shown.Wall.Seconds - (scene.Verdict().Readings[0].Reading.Monotonic / 1e9), 0.5);
    }

    [Fact]
    public void When_daylight_saving_ends_nothing_happens()
    {
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Europe/Berlin");
            TimeZoneInfo.ClearCachedData();
            const double Change = 1_792_890_000; // 2026-10-25 01:00 UTC
            using var scene = new ClockScene(new HandClock { True = Change - 16 });
            scene.Measure();
            scene.Measure();

            Assert.NotEqual(Offset(scene.TrueTime(0)), Offset(scene.TrueTime(11)));
            Assert.Empty(scene.Corrections);
            Assert.All(scene.Shown(), s => Assert.False(s!.Value.IsRecomputed));
            scene.EveryReadingIsShownAtItsTrueTime();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }

        static TimeSpan Offset(double seconds) => TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UnixEpoch.AddSeconds(seconds));
    }

    [Fact]
    public void A_gap_in_one_boot_is_as_long_as_it_was_though_the_clock_was_set_meanwhile()
    {
        using var scene = new ClockScene();
        scene.Measure();
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        scene.Clock.Ahead = -3600;
        scene.Rig.Crash();
        scene.Measure();

        var gap = Assert.Single(scene.Gaps);
        Assert.Equal(scene.TrueTime(6) - 3600, gap.To!.Value.Seconds);
        Assert.Equal(300, gap.To!.Value.Seconds - gap.From!.Value.Seconds, 0.001);
    }

    [Fact]
    public void A_gap_begins_exactly_where_the_last_entry_was_stamped_when_the_clock_moved_less_than_it_was_uncertain()
    {
        using var scene = new ClockScene();
        scene.Measure();
        var last = scene.Rig.Entries().OfType<SealEntry>().Last().Wall!.Value;
        scene.Clock.Ahead = -0.0004;
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        scene.Rig.Crash();

        Assert.Equal(last, Assert.Single(scene.Gaps).From);
    }

    [Fact]
    public void A_gap_that_would_end_before_it_began_names_only_its_end_and_says_why()
    {
        using var scene = new ClockScene(new HandClock { Ahead = FiftyYears });
        scene.Measure();
        scene.Clock.Reboot(TimeSpan.FromHours(2));
        scene.Clock.Ahead = 0;
        scene.Rig.Crash();
        scene.Measure();

        var gap = Assert.Single(scene.Gaps);
        Assert.Equal((null, scene.TrueTime(6)), (gap.From, gap.To!.Value.Seconds));
        Assert.Contains("the clock had said 2076-", gap.Detail, StringComparison.Ordinal);
        Assert.All(scene.Shown().Take(6), s => Assert.Equal(FiftyYears, s!.Value.Wall.Seconds - scene.TrueTime(0), 60.0));
    }

    [Fact]
    public void A_run_whose_clock_was_days_behind_hides_nothing_that_stands_before_it()
    {
        using var scene = new ClockScene();
        scene.Measure();
        scene.Clock.Reboot(TimeSpan.FromHours(2));
        scene.Clock.Ahead = -TimeSpan.FromDays(2).TotalSeconds;
        scene.Rig.Crash();
        scene.Measure();

        for (var n = 0; n < 6; n++)
            Assert.Contains((ulong)(WriterRig.Opening + n), scene.Find(n));
    }

    [Fact]
    public void A_gap_after_readings_without_time_begins_when_they_are_known_to_end()
    {
        using var scene = new ClockScene();
        scene.Measure();
        scene.Clock.Source = ClockSource.None;
        scene.Measure();
        var end = scene.Clock.True;
        scene.Clock.Reboot(TimeSpan.FromHours(2));
        scene.Clock.Source = ClockSource.Kernel;
        scene.Rig.Crash();
        scene.Measure();

        Assert.Equal(end, Assert.Single(scene.Gaps).From!.Value.Seconds, 1.0);
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void Samples_that_did_not_fit_while_nobody_knew_the_time_get_it_when_they_are_noted()
    {
        using var scene = new ClockScene(new HandClock { Source = ClockSource.None }, queueCapacity: 2);
        scene.Put();
        scene.Put();
        var lost = scene.Clock.True;
        scene.Rig.Put(WriterRig.Flow, 0);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        scene.Clock.Source = ClockSource.Kernel;
        scene.Measure();

        Assert.Equal(lost, Assert.Single(scene.Gaps).From!.Value.Seconds);
    }

    [Fact]
    public void Readings_that_waited_for_the_store_while_the_clock_was_set_are_put_right_too()
    {
        using var scene = new ClockScene(new HandClock { Ahead = 3600 });
        scene.Measure();
        scene.Put();
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        scene.Clock.Ahead = 0;
        scene.Measure();

        Assert.Equal(3600, scene.Rig.Entries().OfType<ReadingEntry>().ElementAt(6).Wall!.Value.Seconds - scene.TrueTime(6), 0.001);
        scene.EveryReadingIsShownAtItsTrueTime();
    }

    [Fact]
    public void A_board_that_slept_says_so_and_its_times_go_on()
    {
        using var scene = new ClockScene();
        scene.Measure();
        scene.Clock.Sleep(TimeSpan.FromHours(1));
        scene.Measure();

        var gap = Assert.Single(scene.Gaps);
        Assert.Equal((3600, "the board slept for 3600.0 s"), (gap.To!.Value.Seconds - gap.From!.Value.Seconds, gap.Detail));
        Assert.Empty(scene.Corrections);
        scene.EveryReadingIsShownAtItsTrueTime();
    }
}
