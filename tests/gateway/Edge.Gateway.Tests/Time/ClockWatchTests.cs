using Edge.Gateway.Tests.Pipeline;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Time;

public sealed class ClockWatchTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void A_clock_that_goes_on_says_nothing_for_a_month()
    {
        var watch = Begin();
        for (var i = 0; i < 30 * 24; i++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.Null(watch.Look());
        }
    }

    [Fact]
    public void Gained_lost_and_changed_are_told_once_each_with_the_time_before_and_after()
    {
        _clock.Source = ClockSource.None;
        var watch = Begin();
        _clock.Source = ClockSource.Rtc;
        Assert.Equal((ClockEvent.Gained, null, _clock.True, ClockSource.Rtc), Told(watch.Look()));
        Assert.Null(watch.Look());

        _clock.Source = ClockSource.Kernel;
        Assert.Equal((ClockEvent.SourceChanged, _clock.True, _clock.True, ClockSource.Kernel), Told(watch.Look()));

        _clock.Source = ClockSource.None;
        Assert.Equal((ClockEvent.Lost, _clock.True, null, ClockSource.None), Told(watch.Look()));
        _clock.Advance(TimeSpan.FromSeconds(1000));
        Assert.Null(watch.Look());

        _clock.Source = ClockSource.Kernel;
        var gained = watch.Look();
        Assert.Equal((ClockEvent.Gained, _clock.True, _clock.True, ClockSource.Kernel), Told(gained));
        Assert.Equal(512U, gained!.Entry.Before!.Value.UncertaintyMilliseconds);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(50 * 365.25 * 86400)]
    [InlineData(0.025)]
    public void A_step_beyond_both_uncertainties_is_told(double seconds)
    {
        var watch = Begin();
        _clock.Ahead = seconds;

        Assert.Equal((ClockEvent.Stepped, _clock.True, _clock.True + seconds, ClockSource.Kernel), Told(watch.Look()));
        Assert.Null(watch.Look());
    }

    [Fact]
    public void A_step_within_them_is_not()
    {
        var watch = Begin();
        _clock.Ahead = 0.023;

        Assert.Null(watch.Look());
    }

    [Fact]
    public void A_clock_that_creeps_is_told_of_once_a_minute()
    {
        var watch = Begin();
        var told = new List<ClockChange?>();
        for (var i = 0; i < 600; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            _clock.Ahead += 0.005;
            told.Add(watch.Look());
        }

        var events = told.OfType<ClockChange>().ToList();
        Assert.All(events, e => Assert.Equal(ClockEvent.Drifted, e.What));
        Assert.InRange(events.Count, 9, 11);
    }

    [Fact]
    public void A_leap_second_is_called_one()
    {
        _clock.True = 1_798_761_590;
        var watch = Begin();
        _clock.Advance(TimeSpan.FromSeconds(10));
        _clock.InsertLeapSecond();

        Assert.Equal((ClockEvent.Leapt, 1_798_761_600, 1_798_761_599, ClockSource.Kernel), Told(watch.Look()));
        Assert.Null(watch.Look());
    }

    [Fact]
    public void Sleep_is_a_gap_and_no_step()
    {
        var watch = Begin();
        _clock.Sleep(TimeSpan.FromMinutes(5));

        var gap = watch.Slept();

        Assert.Equal((_clock.True - 300, _clock.True, "the board slept for 300.0 s"), (gap!.From!.Value.Seconds, gap.To!.Value.Seconds, gap.Detail));
        Assert.Null(watch.Slept());
        Assert.Null(watch.Look());
    }

    private ClockWatch Begin()
    {
        var watch = new ClockWatch(_clock);
        watch.Begin(new BootEntry(_clock.BootId, _clock.Monotonic(), _clock.Wall(), _clock.Source, "", ""));
        return watch;
    }

    private static (ClockEvent? What, double? Before, double? After, ClockSource? Source) Told(ClockChange? change) =>
        (change?.What, change?.Entry.Before?.Seconds is { } before ? Math.Round(before, 3) : null, change?.Entry.After?.Seconds, change?.Entry.Clock);
}
