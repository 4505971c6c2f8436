using Edge.Ledger.Entries;
using Edge.Sensors.Ade7953;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Ade7953;

public sealed class Ade7953SensorTests : IDisposable
{
    private const int U = (int)Ade7953Quantity.Voltage, A = (int)Ade7953Quantity.CurrentA, B = (int)Ade7953Quantity.CurrentB,
        PowerA = (int)Ade7953Quantity.PowerA, PowerB = (int)Ade7953Quantity.PowerB, F = (int)Ade7953Quantity.Frequency;

    private readonly MainsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    public static TheoryData<DeviceFault, Reason> Faults =>
        DriverChecks.Faults((DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Frozen, Reason.None));

    // Datasheet, "Current Channel RMS Calculation": a sine that fills the input is 9,032,007; one of each in phase is a power of 4,862,401.
    [Theory]
    [InlineData(1, 0x0089D147, 0x004A31C1)]
    [InlineData(-1, 0x0089D147, -0x004A31C1)]
    [InlineData(0.5, 0x0044E8A4, 0x002518E0)]
    [InlineData(0, 0, 0)]
    public void Inputs_that_are_full_have_the_datasheets_codes(double part, int rms, int power)
    {
        (_rig.Volts.Value, _rig.AmperesA.Value) = (MainsRig.Options.VoltageFullScale, part * MainsRig.Options.CurrentAFullScale);
        var samples = _rig.Sample();
        Assert.Equal(0x0089D147, _rig.Register(Ade7953Register.Voltage));
        Assert.Equal(rms, _rig.Register(Ade7953Register.CurrentA));
        Assert.Equal(power, (int)_rig.Register(Ade7953Register.PowerA));
        Assert.Equal([0x0089D147L, rms, power], new[] { U, A, PowerA }.Select(o => samples[o].Raw!.Value));
        Assert.Equal(353.55, samples[U].Value!.Value, 1e-9);
        Assert.Equal(Math.Abs(part) * 22.1, samples[A].Value!.Value, _rig.Sensor.Outputs[A].Resolution);
        Assert.Equal(part * 22.1 * 353.55, samples[PowerA].Value!.Value, _rig.Sensor.Outputs[PowerA].Resolution);
        Assert.All(samples.All, s => Assert.Equal((Quality.Good, Reason.None), (s.Quality, s.Reason)));
        Assert.Equal(["V", "A", "A", "W", "W", "Hz"], _rig.Sensor.Outputs.Select(o => o.Unit));
    }

    // A user's measurement, ez.analog.com discussion 117723: divider 400 k and 1 k, code 1,244,824, 19.4 V by another meter.
    [Fact]
    public void A_code_that_a_user_published_is_the_voltage_that_he_measured()
    {
        var options = new Ade7953Options { VoltageFullScale = 0.5 / Math.Sqrt(2) * 401, Outputs = [new("u", Ade7953Quantity.Voltage)] };
        Assert.Equal(19.4, 1_244_824 * options.Step(Ade7953Quantity.Voltage), 0.2);
    }

    [Theory]
    [InlineData(50, 0x117A)]
    [InlineData(60, 0x0E90)]
    [InlineData(47.5, 0x1266)]
    public void Frequency_is_the_period_clock_over_the_code_and_one(double hertz, int code)
    {
        _rig.Hertz.Value = hertz;
        var sample = _rig.Of(Ade7953Quantity.Frequency);
        Assert.Equal((code, hertz), ((int)sample.Raw!.Value, Math.Round(sample.Value!.Value, 1)));
        Assert.Equal(223_750.0 / (code + 1), sample.Value.Value, 1e-9);
    }

    [Fact]
    public void Both_currents_have_their_own_scale_and_power_its_sign_and_its_factor()
    {
        _rig.WattsA.Value = 640;
        var samples = _rig.Sample();
        Assert.Equal([230.0, 5, 2, 640, -460], new[] { U, A, B, PowerA, PowerB }.Select(o => Math.Round(samples[o].Value!.Value, 1)));
    }

    [Fact]
    public void What_it_is_given_is_the_datasheets_by_address_and_width_and_stays()
    {
        _rig.Sample();
        byte[][] written =
        [
            [0x00, 0xFE, 0xAD], [0x01, 0x20, 0x00, 0x30], [0x00, 0x07, 0x00], [0x00, 0x08, 0x04], [0x00, 0x09, 0x00],
            [0x03, 0x24, 0x00, 0x63, 0x2E, 0xA0], [0x03, 0x25, 0x00, 0x63, 0x2E, 0xA0], [0x01, 0x02, 0x00, 0x04],
        ];
        Assert.Equal(written, _rig.Log.Transfers.Where(t => t.Write.Length > 2).Select(t => t.Write));
        Assert.Equal(0x0030, _rig.Register(Ade7953Register.Optimum));
        using var next = _rig.Restart();
        CollectedSamples.Of(next, _rig.Clock);
        Assert.Equal(written.Length, _rig.Log.Transfers.Count(t => t.Write.Length > 2));
    }

    [Fact]
    public void A_round_lets_rms_and_power_settle_and_takes_no_longer_than_its_plan_says()
    {
        Assert.InRange(_rig.TimeOfRound(), 200_000_000, 201_000_000);
        Assert.Equal(211.61, Ade7953Options.Duration.TotalMilliseconds, 0.1);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason) =>
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(_rig, fault, reason);

    [Fact]
    public void Garbage_after_a_good_start_gives_no_value() => DriverChecks.GarbageGivesNoValue(_rig);

    [Fact]
    public void A_brown_out_at_any_moment_gives_no_value_and_is_mended_for_the_next_round() =>
        DriverChecks.ABrownOutAtAnyMomentGivesNoValue(() => new MainsRig(), Reason.CalibrationLost);

    [Theory]
    [InlineData(DeviceFault.WrongIdentity)]
    [InlineData(DeviceFault.Garbage)]
    public void Another_device_at_the_address_is_not_believed(DeviceFault fault)
    {
        _rig.Chip.Fault = fault;
        Assert.All(_rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.WrongDevice, s));
    }

    [Fact]
    public void A_device_that_was_exchanged_while_it_was_away_is_not_believed()
    {
        _rig.Sample();
        _rig.Chip.Fault = DeviceFault.Unplugged;
        _rig.Sample();
        _rig.Chip.Fault = DeviceFault.WrongIdentity;
        Assert.All(_rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.WrongDevice, s));
    }

    [Theory]
    [InlineData(Ade7953Register.CurrentGainA, 3)]
    [InlineData(Ade7953Register.OvercurrentLevel, 0xFFFFFF)]
    public void A_setting_that_is_not_the_one_it_was_given_spoils_the_round(Ade7953Register register, int value)
    {
        _rig.Sample();
        var data = BitConverter.GetBytes(value).Reverse().ToArray()[^Ade7953Chip.Width(register)..];
        _rig.Chip.Transfer([(byte)((int)register >> 8), (byte)register, .. data], []);
        Assert.All(_rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.CalibrationLost, s));
        Assert.Equal(5, _rig.Of(Ade7953Quantity.CurrentA).Value!.Value, 0.001);
    }

    [Theory]
    [InlineData(Ade7953Register.PowerB)]
    [InlineData(Ade7953Register.Voltage)]
    public void A_byte_above_the_code_that_is_not_its_sign_is_a_spoilt_transfer(Ade7953Register register)
    {
        _rig.Log.Alter = (write, read) => { if (write[1] == (byte)register && write[0] == 3) read[0] ^= 0x10; };
        Assert.All(_rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.Garbled, s));
    }

    [Fact]
    public void An_rms_code_in_its_upper_half_is_read_whether_its_top_bit_is_repeated_above_it_or_not()
    {
        _rig.Volts.Value = 353.55;
        _rig.Log.Alter = (write, read) => { if (write is [0x03, 0x1C]) read[0] = 0xFF; };
        Assert.Equal(353.55, _rig.Of(Ade7953Quantity.Voltage).Value!.Value, 1e-9);
    }
}
