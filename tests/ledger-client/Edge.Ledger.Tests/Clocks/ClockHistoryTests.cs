using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;

namespace Edge.Ledger.Tests.Clocks;

public sealed class ClockHistoryTests
{
    private const double T = 1_800_000_000;

    [Fact]
    public void What_stands_is_shown_as_it_was_stamped()
    {
        var history = History(Boot(10, T));

        Assert.Equal(new ShownTime(new WallTime(T + 5.25, 12), null), history.Of(Ns(15), new WallTime(T + 5.25, 12)));
    }

    [Fact]
    public void A_time_that_was_not_known_follows_from_a_later_correction_less_certain_by_500_ppm_of_the_distance()
    {
        var history = History(Boot(10, null), Clock(1010, null, T + 1000));

        Assert.Equal(new ShownTime(new WallTime(T, 512), Ns(1010)), history.Of(Ns(10), null));
    }

    [Fact]
    public void After_the_clock_was_lost_the_time_follows_from_what_was_known_before() =>
        Assert.Equal(new ShownTime(new WallTime(T + 1000, 512), Ns(10)), History(Boot(10, T), Clock(20, T + 10, null)).Of(Ns(1010), null));

    [Fact]
    public void Of_several_the_one_that_leaves_the_least_uncertainty_counts_and_of_equals_the_latest()
    {
        var history = History(Boot(0, T), Clock(1000, null, T + 1000), Clock(2000, T + 2000, T + 2000));

        Assert.Equal((Ns(0), Ns(1000), Ns(1000), Ns(2000)), (From(400), From(500), From(1499), From(1500)));

        ulong? From(double at) => history.Of(Ns(at), null)?.Correction;
    }

    [Fact]
    public void A_step_voids_all_that_was_stamped_before_it_and_moves_it_by_the_new_clock()
    {
        var history = History(Boot(0, T + 3600), Clock(100, T + 3700, T + 100));

        Assert.Equal(new WallTime(T + 50, 37), history.Of(Ns(50), new WallTime(T + 3650, 12))?.Wall);
        Assert.Equal(new ShownTime(new WallTime(T + 101, 12), null), history.Of(Ns(101), new WallTime(T + 101, 12)));
    }

    [Fact]
    public void What_was_stamped_rightly_just_before_a_step_was_noted_stands() =>
        Assert.False(History(Boot(0, T + 3600), Clock(100, T + 3700, T + 100)).Of(Ns(99), new WallTime(T + 99, 12))!.Value.IsRecomputed);

    [Fact]
    public void A_step_within_the_uncertainties_voids_nothing() =>
        Assert.False(History(Boot(0, T), Clock(100, T + 100, T + 100.024)).Of(Ns(50), new WallTime(T + 50, 12))!.Value.IsRecomputed);

    [Fact]
    public void A_step_while_the_service_did_not_run_shows_at_its_next_start_in_the_same_boot() =>
        Assert.Equal(T + 50, History(Boot(0, T + 3600), Boot(1000, T + 1000)).Of(Ns(50), new WallTime(T + 3650, 12))?.Wall.Seconds);

    [Theory]
    [InlineData(1_798_761_600, -1)] // 2027-01-01
    [InlineData(1_814_400_000, -1)] // 2027-07-01
    [InlineData(1_798_761_600, 1)]
    public void At_a_leap_second_both_times_were_right(double midnight, int step)
    {
        var history = History(Boot(0, null), Clock(100, null, midnight - 100), Clock(200, midnight, midnight + step));

        Assert.Equal(midnight - 50, history.Of(Ns(150), new WallTime(midnight - 50, 12))?.Wall.Seconds);
        Assert.Equal(midnight - 195, history.Of(Ns(5), null)?.Wall.Seconds);
        Assert.Equal(midnight + 100 + step, history.Of(Ns(300), null)?.Wall.Seconds);
        Assert.Equal(midnight - 10, history.Of(Ns(190), null)?.Wall.Seconds);
    }

    [Theory]
    [InlineData(T, -1)]
    [InlineData(1_798_761_600, -1.5)]
    [InlineData(1_798_761_600, 2)]
    [InlineData(1_798_761_600 + 700, -1)]
    public void Any_other_step_of_about_a_second_is_a_step(double at, double step) =>
        Assert.True(History(Boot(0, at - 100), Clock(100, at, at + step)).Of(Ns(50), new WallTime(at - 50, 12))!.Value.IsRecomputed);

    [Fact]
    public void What_is_noted_counts_in_the_order_of_monotonic_time_whatever_the_order_it_is_told_in()
    {
        var history = new ClockHistory();
        history.Add(Clock(100, T + 3700, T + 100));
        history.Add(Boot(0, T + 3600));

        Assert.Equal(T + 50, history.Of(Ns(50), new WallTime(T + 3650, 12))?.Wall.Seconds);
    }

    [Fact]
    public void Nothing_known_gives_no_time_and_neither_does_a_time_before_1970()
    {
        Assert.Null(new ClockHistory().Of(5, null));
        Assert.Null(History(Boot(0, null)).Of(5, null));
        Assert.Null(History(Boot(1e9, 5)).Of(0, null));
        Assert.Null(History(Boot(0, 253_402_300_799)).Of(ulong.MaxValue, null));
    }

    [Fact]
    public void Of_many_readings_each_is_answered_as_by_looking_at_all_of_them()
    {
        var random = new Random(7);
        var points = Enumerable.Range(0, 300).Select(_ => (At: random.Next(0, 100_000), Ms: (uint)random.Next(1, 20_000))).DistinctBy(p => p.At).ToList();
        var history = new ClockHistory();
        foreach (var (at, ms) in points)
            history.Add(Reading(at, new WallTime(T + at, ms)));

        for (var i = 0; i < 2000; i++)
        {
            var at = random.Next(-10, 110_000) is var n && n < 0 ? 0 : n;
            var least = points.Min(p => p.Ms + (Math.Abs(at - p.At) * 0.5));
            Assert.Equal((T + at, (uint)Math.Ceiling(least)), (Math.Round(history.Of(Ns(at), null)!.Value.Wall.Seconds, 3), history.Of(Ns(at), null)!.Value.Wall.UncertaintyMilliseconds));
        }
    }

    private static ClockHistory History(BootEntry boot, params Entry[] later)
    {
        var history = new ClockHistory();
        history.Add(boot);
        foreach (var entry in later)
        {
            if (entry is ClockEntry clock)
                history.Add(clock);
            else
                history.Add((BootEntry)entry);
        }

        return history;
    }

    private static ulong Ns(double seconds) => (ulong)(seconds * 1e9);

    private static WallTime? Wall(double? seconds) => seconds is { } known ? new WallTime(known, 12) : null;

    private static BootEntry Boot(double at, double? wall) => new(Guid.Empty, Ns(at), Wall(wall), wall is null ? ClockSource.None : ClockSource.Kernel, "", "");

    private static ClockEntry Clock(double at, double? before, double? after) => new(Ns(at), Wall(before), Wall(after), after is null ? ClockSource.None : ClockSource.Kernel);

    private static ReadingEntry Reading(double at, WallTime wall) => new("ph", "pH", 7, null, Quality.Good, Reason.None, Ns(at), wall, default);
}
