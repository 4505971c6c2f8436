using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Gateway.Time.Rtc;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Time;

public sealed class SystemClockTests
{
    private const double Start = 1_795_133_642;

    private readonly HandKernel _kernel = new();
    private readonly HandRtc _rtc = new() { Says = RtcReading.Kept((long)Start + 7) };

    [Fact]
    public void While_the_kernels_clock_is_disciplined_it_counts_with_the_error_the_kernel_states() =>
        Assert.Equal((new WallTime(Start, 12), ClockSource.Kernel), Now(Clock()));

    [Fact]
    public void The_kernel_is_asked_again_after_a_second_and_not_before()
    {
        var clock = Clock();
        _kernel.Word = _kernel.Word with { IsSynchronised = false };
        _kernel.Advance(0.99);
        Assert.Equal(ClockSource.Kernel, clock.Now().Source);

        _kernel.Advance(0.01);

        Assert.Equal((null, ClockSource.None), Now(clock));
    }

    [Fact]
    public void Between_two_questions_stamps_keep_their_distance_though_someone_sets_the_clock()
    {
        var clock = Clock();
        _kernel.Advance(0.5);
        _kernel.Wall += 3_600_000_000_000;

        Assert.Equal(Start + 0.5, clock.Now().Wall?.Seconds);
        _kernel.Advance(0.5);
        Assert.Equal(Start + 3601, clock.Now().Wall?.Seconds);
    }

    [Fact]
    public void The_second_that_a_leap_second_repeats_is_uncertain_by_a_second_more()
    {
        _kernel.Word = _kernel.Word with { Leap = LeapState.InProgress };

        Assert.Equal(1012U, Clock().Now().Wall?.UncertaintyMilliseconds);
    }

    [Fact]
    public void A_battery_backed_clock_counts_while_the_kernels_is_not_disciplined_and_grows_uncertain_by_its_drift()
    {
        _kernel.Word = default;
        var clock = Clock(rtc: true);

        Assert.Equal((new WallTime(Start + 7.5, 2500), ClockSource.Rtc), Now(clock));
        _kernel.Advance(100_000);
        Assert.Equal((new WallTime(Start + 100_007.5, 7500), ClockSource.Rtc), Now(clock));
    }

    [Fact]
    public void The_kernels_word_comes_before_the_battery_backed_clock() => Assert.Equal(ClockSource.Kernel, Clock(rtc: true).Now().Source);

    [Fact]
    public void A_battery_backed_clock_that_stopped_or_cannot_say_vouches_for_nothing()
    {
        _kernel.Word = default;
        _rtc.Says = RtcReading.Stopped("battery");
        Assert.Equal((null, ClockSource.None), Now(Clock(rtc: true)));

        _rtc.Says = RtcReading.Unknown("no flag");
        Assert.Equal((null, ClockSource.None), Now(Clock(rtc: true)));
    }

    [Fact]
    public void Reading_the_battery_backed_clock_again_moves_nothing_unless_it_was_set_and_its_stop_flag_ends_its_word()
    {
        _kernel.Word = default;
        var rtc = new RtcClock(_rtc, _kernel, Settings);
        var clock = new SystemClock(Settings, _kernel, rtc);
        _kernel.Advance(600);
        _rtc.Says = RtcReading.Kept((long)Start + 608);
        rtc.Read();
        Assert.Equal(Start + 607.5, clock.Now().Wall?.Seconds);

        _rtc.Says = RtcReading.Kept((long)Start + 700);
        rtc.Read();
        _kernel.Advance(1);
        Assert.Equal(Start + 701.5, clock.Now().Wall?.Seconds);

        _rtc.Says = RtcReading.Stopped("battery");
        rtc.Read();
        _kernel.Advance(1);
        Assert.Equal((null, "battery"), (clock.Now().Wall, rtc.Problem));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(946_684_800)] // 2000, where clocks without a battery begin
    public void A_time_before_there_were_gateways_is_no_time_whoever_vouches_for_it(long seconds)
    {
        _kernel.Wall = seconds * 1_000_000_000;
        Assert.Null(Clock().Now().Wall);
        Assert.Null(new SystemClock(new ClockSettings { TrustHost = true }, _kernel, null).Now().Wall);
        _rtc.Says = RtcReading.Kept(seconds);
        _kernel.Word = default;
        Assert.Null(Clock(rtc: true).Now().Wall);
    }

    [Fact]
    public void Where_the_configuration_vouches_for_the_host_nobody_else_is_asked()
    {
        _kernel.Word = default;

        Assert.Equal(
            (new WallTime(Start, 250), ClockSource.Configured),
            Now(new SystemClock(new ClockSettings { TrustHost = true, Uncertainty = TimeSpan.FromMilliseconds(250) }, _kernel, null)));
    }

    [Theory]
    [InlineData(0, 0x2001, 1_500_000, 900_000, true, 1500)]
    [InlineData(0, 0x2001, 100, 900_000, true, 900)]
    [InlineData(0, 0x2001, 0, 0, true, 401)] // a daemon that states no error
    [InlineData(5, 0x2041, 16_000_000, 16_000_000, false, 16_000)]
    [InlineData(-1, 0, 0, 5, false, 1)]
    public void The_kernels_answer_is_read_as_its_manual_says(int state, int status, long maxError, long estimatedError, bool synchronised, uint milliseconds) =>
        Assert.Equal(new KernelWord(synchronised, milliseconds, LeapState.None), KernelWord.Of(state, status, maxError, estimatedError));

    [Fact]
    public void This_kernel_answers_and_its_clocks_go_on()
    {
        var kernel = new LinuxTime();
        var before = kernel.Boottime();

        Assert.True(kernel.Ask().ErrorMilliseconds > 0);
        Assert.True(kernel.Boottime() >= before && kernel.Boottime() >= kernel.Awake() - 1_000_000_000);
        Assert.InRange(kernel.Realtime() / 1_000_000_000, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 5, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 5);
    }

    private static ClockSettings Settings => new() { Rtc = "rtc0" };

    private SystemClock Clock(bool rtc = false) => new(Settings, _kernel, rtc ? new RtcClock(_rtc, _kernel, Settings) : null);

    private static (WallTime? Wall, ClockSource Source) Now(SystemClock clock) => (clock.Now().Wall, clock.Now().Source);
}
