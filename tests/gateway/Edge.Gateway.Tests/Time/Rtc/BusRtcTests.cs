using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Gateway.Time.Rtc;
using Edge.Ledger.Entries;
using Edge.Sensors.Ds3231;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Gateway.Tests.Time.Rtc;

public sealed class BusRtcTests
{
    private const long Start = 1_795_133_642;

    private static readonly ClockSettings Settings = new();

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _bus = new("i2c-1");
    private readonly HandKernel _kernel = new();
    private readonly SimulatedDs3231 _chip;
    private readonly BusRtc _rtc;

    public BusRtcTests()
    {
        _chip = new SimulatedDs3231(new AdjustableSignal(20), _clock);
        _bus.Connect(_chip);
        _rtc = new BusRtc(_bus);
    }

    private void Advance(double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        _kernel.Advance(seconds);
    }

    [Fact]
    public void One_that_was_set_tells_the_time_that_passed_since()
    {
        Ds3231Registers.Set(_bus, Start);
        Advance(3600.5);
        Assert.Equal(RtcReading.Kept(Start + 3600), _rtc.Read());
    }

    [Fact]
    public void One_that_stopped_is_not_trusted_and_says_so()
    {
        var reading = _rtc.Read();
        Assert.Equal(RtcState.Stopped, reading.State);
        Assert.Contains("ds3231 on i2c-1 says that its oscillator stopped; check its battery", reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeviceFault.NoAcknowledge, "does not answer (NoAcknowledge)")]
    [InlineData(DeviceFault.BusStuck, "does not answer (BusStuck)")]
    [InlineData(DeviceFault.Short, "does not answer (Short)")]
    [InlineData(DeviceFault.WrongIdentity, "what answers at 0x68 on i2c-1 is no DS3231")]
    public void One_that_cannot_be_asked_vouches_for_nothing_and_is_never_written_to(DeviceFault fault, string problem)
    {
        Ds3231Registers.Set(_bus, Start);
        _chip.Fault = fault;
        Assert.Equal(RtcState.Unknown, _rtc.Read().State);
        Assert.Contains(problem, _rtc.Read().Problem, StringComparison.Ordinal);
        _rtc.Keep(Start + 100);
        _chip.Fault = DeviceFault.None;
        Assert.Equal(RtcReading.Kept(Start), _rtc.Read());
    }

    [Fact]
    public void While_the_kernel_is_synchronised_one_that_stopped_is_set_by_it_and_trusted_when_the_kernel_is_not()
    {
        var rtc = new RtcClock(_rtc, _kernel, Settings);
        Assert.Equal((RtcState.Kept, (string?)null), (rtc.State, rtc.Problem));

        _kernel.Word = default;
        Advance(86_400);
        var clock = new SystemClock(Settings, _kernel, new RtcClock(_rtc, _kernel, Settings));
        Assert.Equal(ClockSource.Rtc, clock.Now().Source);
        Assert.Equal(Start + 86_400, clock.Now().Wall!.Value.Seconds, 1.0);
    }

    [Fact]
    public void A_kernel_that_nobody_synchronises_sets_nothing()
    {
        _kernel.Word = default;
        Assert.Equal(RtcState.Stopped, new RtcClock(_rtc, _kernel, Settings).State);
        Assert.Equal(RtcState.Stopped, _rtc.Read().State);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(-90, true)]
    public void One_that_agrees_within_a_second_is_left_alone(int off, bool isSet)
    {
        Ds3231Registers.Set(_bus, Start + off);
        var before = _bus.Transfers;
        _rtc.Keep(Start);
        Assert.Equal(isSet ? 4 : 1, _bus.Transfers - before);
        Assert.Equal(RtcReading.Kept(isSet ? Start : Start + off), _rtc.Read());
    }
}
