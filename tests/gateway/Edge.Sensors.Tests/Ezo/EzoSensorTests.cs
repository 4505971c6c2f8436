using System.Text;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Ezo;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ezo;

public sealed class EzoSensorTests
{
    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _bus = new("i2c-1");
    private readonly AdjustableSignal _quantity = new();
    private readonly TransferLog _log;

    public EzoSensorTests() => _log = new TransferLog(_bus);

    public static TheoryData<string> Drivers => [.. EzoKind.All.Select(k => k.Driver)];

    public static TheoryData<string, DeviceFault, Reason> Faults
    {
        get
        {
            var pairs = new TheoryData<string, DeviceFault, Reason>();
            foreach (var kind in EzoKind.All)
            {
                pairs.Add(kind.Driver, DeviceFault.NoAcknowledge, Reason.NoAnswer);
                pairs.Add(kind.Driver, DeviceFault.Unplugged, Reason.NoAnswer);
                pairs.Add(kind.Driver, DeviceFault.BusStuck, Reason.BusFault);
                pairs.Add(kind.Driver, DeviceFault.ArbitrationLost, Reason.BusFault);
                pairs.Add(kind.Driver, DeviceFault.TimedOut, Reason.BusFault);
                pairs.Add(kind.Driver, DeviceFault.Short, Reason.Garbled);
                pairs.Add(kind.Driver, DeviceFault.Garbage, Reason.Garbled);
                pairs.Add(kind.Driver, DeviceFault.NeverReady, Reason.NotReady);
                if (kind.Scale.StopsAtLimits)
                    pairs.Add(kind.Driver, DeviceFault.Saturated, Reason.Saturated);
            }

            return pairs;
        }
    }

    private (EzoSensor Sensor, SimulatedEzo Circuit) Rig(EzoOptions options, double? quantity)
    {
        _quantity.Value = quantity;
        var circuit = new SimulatedEzo(options.Kind, options.Address, _quantity, _clock);
        _bus.Connect(circuit);
        return (new EzoSensor(_log, options, _clock), circuit);
    }

    private (EzoSensor Sensor, SimulatedEzo Circuit) Rig(string driver) =>
        Rig(new EzoOptions(EzoKind.All.Single(k => k.Driver == driver)), 9.5);

    private IEnumerable<string> Commands => _log.Transfers.Where(t => t.Write.Length > 0).Select(t => Encoding.ASCII.GetString(t.Write));

    // The example of each datasheet's page "Taking reading" (pH v5.8 page 51, ORP, DO, EC, RTD likewise), and values at and below zero.
    [Theory]
    [InlineData("ezo-ph", 9.56, 9560, "9.560", 900)]
    [InlineData("ezo-orp", 209.6, 2096, "209.6", 900)]
    [InlineData("ezo-orp", -312.4, -3124, "-312.4", 900)]
    [InlineData("ezo-do", 7.82, 782, "7.82", 600)]
    [InlineData("ezo-ec", 1413, 141300, "1413", 600)]
    [InlineData("ezo-ec", 0.07, 7, "0.07", 600)]
    [InlineData("ezo-rtd", 25.104, 25104, "25.104", 600)]
    [InlineData("ezo-rtd", -40.001, -40001, "-40.001", 600)]
    [InlineData("ezo-rtd", 0, 0, "0.000", 600)]
    public void The_datasheets_reading_is_taken_after_its_time(string driver, double value, long raw, string written, int milliseconds)
    {
        var kind = EzoKind.All.Single(k => k.Driver == driver);
        var (sensor, _) = Rig(new EzoOptions(kind), value);
        CollectedSamples.Of(sensor, _clock);
        var started = _clock.Now;
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        Assert.Equal((value, raw, Quality.Good), (sample.Value!.Value, sample.Raw!.Value, sample.Quality));
        Assert.Equal(milliseconds * 1_000_000L, _clock.Now - started);
        Assert.Equal([1, .. Encoding.ASCII.GetBytes(written), 0], _log.Transfers[^1].Read[..(written.Length + 2)]);
        Assert.Equal(kind.Scale.Unit, sensor.Outputs[0].Unit);
    }

    [Theory]
    [InlineData("ezo-ph", "I Cal,? Slope,? R R")]
    [InlineData("ezo-orp", "I Cal,? R R")]
    [InlineData("ezo-do", "I O,mg,1 O,%,0 Cal,? R R")]
    [InlineData("ezo-ec", "I O,EC,1 O,TDS,0 O,S,0 O,SG,0 Cal,? R R")]
    [InlineData("ezo-rtd", "I S,c Cal,? R R")]
    public void It_is_asked_and_set_once_until_it_was_away(string driver, string commands)
    {
        var (sensor, circuit) = Rig(driver);
        CollectedSamples.Of(sensor, _clock);
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(commands, string.Join(' ', Commands));
        circuit.Fault = DeviceFault.NoAcknowledge;
        CollectedSamples.Of(sensor, _clock);
        circuit.Fault = DeviceFault.None;
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(2, Commands.Count(c => c == "I"));
    }

    [Theory]
    [InlineData("ezo-ph", "points 3, slope 99.7,100.3,-0.89")]
    [InlineData("ezo-orp", "points 1")]
    [InlineData("ezo-ec", "points 2")]
    public void The_calibration_that_the_circuit_keeps_is_read_back(string driver, string told)
    {
        var (sensor, _) = Rig(driver);
        Assert.Null(sensor.Calibration);
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(told, sensor.Calibration);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_circuit_without_a_calibration_is_doubted_unless_it_is_good_from_the_factory(string driver)
    {
        var (sensor, circuit) = Rig(driver);
        circuit.Fault = DeviceFault.Uncalibrated;
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        Assert.Equal(9.5, sample.Value);
        Assert.Equal(driver == "ezo-rtd" ? (Quality.Good, Reason.None) : (Quality.Uncertain, Reason.CalibrationLost), (sample.Quality, sample.Reason));
        Assert.StartsWith("points 0", sensor.Calibration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cal,?", "?Cal,banana")]
    [InlineData("Cal,?", "?Cal,00")]
    [InlineData("Cal,?", "?Cal, ")]
    [InlineData("Cal,?", "?Cal,9999")]
    [InlineData("Cal,?", "?Cal,4")]
    [InlineData("Cal,?", "?Cal,")]
    public void A_count_of_points_that_the_circuit_cannot_have_is_garbled(string asked, string answer)
    {
        var (sensor, _) = Rig("ezo-ph");
        Answer(asked, answer);
        CollectedSamples.AssertAbsent(Reason.Garbled, CollectedSamples.Of(sensor, _clock)[0]);
        Assert.Null(sensor.Calibration);
    }

    [Theory]
    [InlineData("?Slope,99.7,banana", "points 3")]
    [InlineData("?Slope,", "points 3")]
    [InlineData("?Slope,99.7,", "points 3")]
    [InlineData("?Slope,-", "points 3")]
    [InlineData("?Slope,1.", "points 3")]
    [InlineData("?Slope,99.7,100.3", "points 3, slope 99.7,100.3")]
    public void A_slope_is_kept_only_when_it_is_numbers(string answer, string told)
    {
        var (sensor, _) = Rig("ezo-ph");
        Answer("Slope,?", answer);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        Assert.Equal(told, sensor.Calibration);
    }

    private void Answer(string command, string text)
    {
        var asked = Array.Empty<byte>();
        _log.Alter = (write, read) =>
        {
            asked = write.Length > 0 ? write : asked;
            if (read.Length == 0 || !asked.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(command)) || read[0] != (byte)EzoResponse.Success)
                return;
            read.AsSpan(1).Clear();
            Encoding.ASCII.GetBytes(text).CopyTo(read.AsSpan(1));
        };
    }

    [Fact]
    public void Firmware_that_knows_no_slope_is_read_all_the_same()
    {
        var (sensor, _) = Rig("ezo-ph");
        var asked = Array.Empty<byte>();
        _log.Alter = (write, read) =>
        {
            asked = write.Length > 0 ? write : asked;
            if (read.Length > 0 && asked.AsSpan().SequenceEqual("Slope,?"u8) && read[0] == (byte)EzoResponse.Success)
                read[0] = (byte)EzoResponse.SyntaxError;
        };
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        Assert.Equal("points 3", sensor.Calibration);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Without_a_probe_the_circuit_has_no_data_and_that_is_no_zero(string driver)
    {
        var (sensor, _) = Rig(driver);
        CollectedSamples.Of(sensor, _clock);
        _quantity.Value = null;
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        CollectedSamples.AssertAbsent(Reason.NoData, sample);
        Assert.Equal(driver == "ezo-rtd" ? -1_023_000 : null, sample.Raw);
    }

    [Theory]
    [InlineData("ezo-orp", -1500)]
    [InlineData("ezo-orp", 1019.9)]
    [InlineData("ezo-rtd", -200)]
    public void What_is_written_as_the_end_of_the_range_is_not_believed(string driver, double quantity)
    {
        var (sensor, _) = Rig(driver);
        _quantity.Value = quantity;
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        CollectedSamples.AssertAbsent(Reason.Saturated, sample);
        Assert.NotNull(sample.Raw);
    }

    [Fact]
    public void A_number_beyond_the_range_is_garbled_and_its_code_is_kept()
    {
        var (sensor, _) = Rig("ezo-ph");
        _log.Alter = (_, read) =>
        {
            if (read.AsSpan().StartsWith([(byte)1, (byte)'9', (byte)'.']))
                "14.001"u8.CopyTo(read.AsSpan(1));
        };
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        CollectedSamples.AssertAbsent(Reason.Garbled, sample);
        Assert.Equal(14_001, sample.Raw);
    }

    [Fact]
    public void The_waters_temperature_is_told_before_each_reading_so_that_a_brown_out_forgets_it_for_no_reading()
    {
        var (sensor, circuit) = Rig(new EzoOptions(EzoKind.Conductivity) { Temperature = 11.5 }, 500);
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(11.5, circuit.Temperature);
        circuit.BrownOut();
        Assert.Equal(25, circuit.Temperature);
        var started = _clock.Now;
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        Assert.Equal(11.5, circuit.Temperature);
        Assert.Equal(900_000_000, _clock.Now - started);
    }

    [Fact]
    public void It_sleeps_between_rounds_and_the_command_that_wakes_it_may_be_lost()
    {
        var (sensor, _) = Rig(new EzoOptions(EzoKind.Ph) { Sleep = true }, 7.2);
        for (var round = 0; round < 3; round++)
            Assert.Equal(7.2, CollectedSamples.Of(sensor, _clock)[0].Value);
        Assert.Equal("I I Cal,? Slope,? R Sleep I R Sleep I R Sleep", string.Join(' ', Commands));
    }

    [Fact]
    public void While_pending_it_polls_and_gives_up_after_its_patience()
    {
        var (sensor, circuit) = Rig("ezo-ph");
        CollectedSamples.Of(sensor, _clock);
        circuit.Fault = DeviceFault.NeverReady;
        var started = _clock.Now;
        CollectedSamples.AssertAbsent(Reason.NotReady, CollectedSamples.Of(sensor, _clock)[0]);
        Assert.Equal(254, _log.Transfers[^1].Read[0]);
        Assert.Equal(1_500_000_000, _clock.Now - started);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(string driver, DeviceFault fault, Reason reason)
    {
        var (sensor, circuit) = Rig(driver);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        circuit.Fault = fault;
        CollectedSamples.AssertAbsent(reason, CollectedSamples.Of(sensor, _clock)[0]);
        circuit.Fault = DeviceFault.None;
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Another_circuit_at_the_address_is_the_wrong_device(string driver)
    {
        var (sensor, circuit) = Rig(driver);
        circuit.Fault = DeviceFault.WrongIdentity;
        CollectedSamples.AssertAbsent(Reason.WrongDevice, CollectedSamples.Of(sensor, _clock)[0]);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_brown_out_while_measuring_gives_no_data(string driver)
    {
        var (sensor, circuit) = Rig(driver);
        CollectedSamples.Of(sensor, _clock);
        _log.After = (_, write) => { if (write is [(byte)'R']) circuit.BrownOut(); };
        CollectedSamples.AssertAbsent(Reason.NoData, CollectedSamples.Of(sensor, _clock)[0]);
    }

    [Fact]
    public void A_frozen_circuit_repeats_what_it_last_measured_as_good_because_nothing_in_it_tells()
    {
        var (sensor, circuit) = Rig("ezo-ph");
        CollectedSamples.Of(sensor, _clock);
        circuit.Fault = DeviceFault.Frozen;
        _quantity.Value = 3;
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        Assert.Equal((9.5, Quality.Good), (sample.Value!.Value, sample.Quality));
    }

    [Fact]
    public void A_bus_that_floats_high_is_no_answer_of_the_circuit()
    {
        using var sensor = new EzoSensor(new FloatingBus(), new EzoOptions(EzoKind.Ph), _clock);
        CollectedSamples.AssertAbsent(Reason.Garbled, CollectedSamples.Of(sensor, _clock)[0]);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Equal(
            ["address", "patience", "temperature"],
            new EzoOptions(EzoKind.Oxygen) { Address = 0x78, Patience = TimeSpan.FromSeconds(6), Temperature = 120 }.Validate().Select(p => p.Option));
        Assert.All(EzoKind.All, k => Assert.Empty(new EzoOptions(k).Validate()));
    }

    private sealed class FloatingBus : II2cBus
    {
        public string Name => "floating";

        public string? Trouble => null;

        public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
        {
            read.Fill(0xFF);
            return I2cStatus.Ok;
        }

        public void Dispose()
        {
        }
    }

    [Fact]
    public void A_calibration_that_somebody_changed_meanwhile_is_seen_within_ten_minutes()
    {
        var (sensor, circuit) = Rig("ezo-ph");
        CollectedSamples.Of(sensor, _clock);
        circuit.Fault = DeviceFault.Uncalibrated;
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        Assert.Equal("points 0", sensor.Calibration?[..8]);
        Assert.Equal(Reason.CalibrationLost, CollectedSamples.Of(sensor, _clock)[0].Reason);
        circuit.Fault = DeviceFault.None;
        _clock.Advance(TimeSpan.FromMinutes(10));
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
    }

    private static readonly EzoOptions Compensated = new(EzoKind.All.Single(k => k.Driver == "ezo-ph")) { Temperature = 15, TemperatureFrom = "tap.temperature" };

    [Fact]
    public void What_another_channel_measured_is_told_before_each_reading()
    {
        var (sensor, circuit) = Rig(Compensated, 7);
        sensor.Take(19.504);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        Assert.Equal(19.5, circuit.Temperature);
        sensor.Take(8.25);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        Assert.Equal(8.25, circuit.Temperature);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-0.5)]
    [InlineData(100.5)]
    [InlineData(double.NaN)]
    public void While_it_has_no_value_the_usual_temperature_stands_in_and_the_reading_says_so(double? measured)
    {
        var (sensor, circuit) = Rig(Compensated, 7);
        AssertDoubted(CollectedSamples.Of(sensor, _clock)[0]);
        sensor.Take(8);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        sensor.Take(measured);
        AssertDoubted(CollectedSamples.Of(sensor, _clock)[0]);
        Assert.Equal(15, circuit.Temperature);
    }

    [Fact]
    public void A_temperature_of_more_than_five_minutes_ago_is_none()
    {
        var (sensor, _) = Rig(Compensated with { Temperature = null }, 7);
        sensor.Take(8);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        _clock.Advance(TimeSpan.FromMinutes(5));
        AssertDoubted(CollectedSamples.Of(sensor, _clock)[0]);
        Assert.Single(Commands, c => c.StartsWith('T'));
    }

    private static void AssertDoubted(Sample sample) => Assert.Equal((7.0, Quality.Uncertain, Reason.Uncompensated), (sample.Value!.Value, sample.Quality, sample.Reason));
}
