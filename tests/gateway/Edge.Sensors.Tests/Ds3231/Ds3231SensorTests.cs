using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Ds3231;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ds3231;

public sealed class Ds3231SensorTests : IDisposable
{
    private const long Noon = 1_795_176_000; // 2026-11-20 12:00:00 UTC

    private readonly AdjustableSignal _celsius = new(25.25);
    private readonly I2cRig<SimulatedDs3231> _rig;

    public Ds3231SensorTests()
    {
        _rig = new(time => new SimulatedDs3231(_celsius, time), (bus, _) => new Ds3231Sensor(bus, new Ds3231Options("t")));
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    public void Dispose() => _rig.Dispose();

    public static TheoryData<DeviceFault, Reason> Faults => DriverChecks.Faults(
        (DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Saturated, Reason.Saturated), (DeviceFault.WrongIdentity, Reason.Garbled), (DeviceFault.Frozen, Reason.None));

    private Ds3231Registers Registers()
    {
        Assert.Equal(I2cStatus.Ok, Ds3231Registers.Read(_rig.Log, out var registers));
        return registers;
    }

    // Datasheet, "Temperature Registers": 00011001 01b is +25.25 degC.
    [Theory]
    [InlineData(25.25, 0x1940, 101)]
    [InlineData(0, 0x0000, 0)]
    [InlineData(-0.25, 0xFFC0, -1)]
    [InlineData(-39.75, 0xD840, -159)]
    [InlineData(85, 0x5500, 340)]
    public void Temperature_is_ten_bits_with_their_sign(double celsius, int word, long code)
    {
        _celsius.Value = celsius;
        var sample = _rig.Sample()[0];
        Assert.Equal(word, _rig.Register(2, (byte)Ds3231Register.TemperatureHigh));
        Assert.Equal((Quality.Good, celsius, code), (sample.Quality, sample.Value, sample.Raw));
    }

    [Theory]
    [InlineData(-40.25)]
    [InlineData(90)]
    public void Outside_the_operating_range_a_value_is_doubted(double celsius)
    {
        _celsius.Value = celsius;
        var sample = _rig.Sample()[0];
        Assert.Equal((Quality.Uncertain, Reason.OutOfRange, celsius), (sample.Quality, sample.Reason, sample.Value));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason) =>
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(_rig, fault, reason);

    [Fact]
    public void Garbage_after_a_good_start_gives_no_value() => DriverChecks.GarbageGivesNoValue(_rig);

    [Theory]
    [InlineData(DeviceFault.WrongIdentity)]
    [InlineData(DeviceFault.Garbage)]
    public void Another_device_at_the_address_is_not_believed(DeviceFault fault)
    {
        _rig.Chip.Fault = fault;
        CollectedSamples.AssertAbsent(Reason.WrongDevice, _rig.Sample()[0]);
    }

    [Fact]
    public void Until_its_first_conversion_is_over_there_is_no_temperature_and_then_there_is()
    {
        _rig.Chip.BrownOut();
        var sample = _rig.Sample()[0];
        CollectedSamples.AssertAbsent(Reason.NotReady, sample);
        Assert.Equal(0, sample.Raw);
        _rig.Clock.Advance(Ds3231Chip.Conversion);
        Assert.Equal(25.25, _rig.Sample()[0].Value);
    }

    [Fact]
    public void A_chip_that_was_never_set_says_so_and_one_that_was_set_keeps_the_time()
    {
        Assert.Equal((true, true), (Registers().IsWhole, Registers().HasStopped));
        Assert.Equal(I2cStatus.Ok, Ds3231Registers.Set(_rig.Log, Noon));
        _rig.Clock.Advance(TimeSpan.FromHours(36));
        Assert.Equal((true, false, Noon + 36 * 3600), (Registers().IsWhole, Registers().HasStopped, Registers().Seconds));
        _rig.Chip.Fault = DeviceFault.Unplugged;
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        _rig.Chip.Fault = DeviceFault.None;
        Assert.Equal((false, Noon + 37 * 3600), (Registers().HasStopped, Registers().Seconds));
    }

    [Fact]
    public void Setting_it_leaves_what_others_set_in_its_status_and_control()
    {
        _rig.Chip.Transfer([(byte)Ds3231Register.Control, 0x9F, 0x80], []);
        Ds3231Registers.Set(_rig.Log, Noon);
        Assert.Equal(0x1F00, _rig.Register(2, (byte)Ds3231Register.Control));
    }

    [Fact]
    public void A_battery_that_was_lost_is_told_by_the_flag()
    {
        Ds3231Registers.Set(_rig.Log, Noon);
        _rig.Chip.BrownOut();
        Assert.Equal((true, true), (Registers().IsWhole, Registers().HasStopped));
        Assert.Equal(946_684_800, Registers().Seconds);
    }

    [Fact]
    public void An_oscillator_that_would_stop_with_the_supply_counts_as_stopped()
    {
        Ds3231Registers.Set(_rig.Log, Noon);
        _rig.Chip.Transfer([(byte)Ds3231Register.Control, 0x9C], []);
        Assert.True(Registers().HasStopped);
    }

    [Fact]
    public void Hours_of_twelve_are_read_as_the_hours_that_they_are()
    {
        _rig.Chip.Transfer([(byte)Ds3231Register.Seconds, 0x00, 0x30, 0x71, 0x05, 0x20, 0x11, 0x26], []);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0x52, _rig.Register(1, (byte)Ds3231Register.Hours));
        Assert.Equal(DateTimeOffset.Parse("2026-11-21T00:30:00Z", null).ToUnixTimeSeconds(), Registers().Seconds);
    }

    [Fact]
    public void A_time_that_is_none_is_no_clocks_unless_it_says_that_it_stopped()
    {
        _rig.Log.Alter = (_, read) => { if (read.Length > 6) read[(int)Ds3231Register.Month] = 0x13; };
        Assert.True(Registers().IsWhole);
        Ds3231Registers.Set(_rig.Log, Noon);
        Assert.False(Registers().IsWhole);
    }
}
