using Edge.Ledger.Entries;
using Edge.Sensors.Bme280;
using Edge.Sensors.Buses;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Bme280;

public sealed class Bme280SensorTests
{
    private static readonly Bme280Options Options = new()
    {
        Outputs = [new("t", Bme280Quantity.Temperature), new("p", Bme280Quantity.Pressure), new("h", Bme280Quantity.Humidity)],
    };

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _bus = new("i2c-1");
    private readonly AdjustableSignal _celsius = new(21.5), _pascals = new(101_325), _percent = new(43);
    private readonly TransferLog _log;

    public Bme280SensorTests() => _log = new TransferLog(_bus);

    private (Bme280Sensor Sensor, SimulatedBme280 Chip) Rig(Bme280Options? options = null)
    {
        var chip = new SimulatedBme280((options ?? Options).Address, _celsius, _pascals, _percent, _clock);
        _bus.Connect(chip);
        return (new Bme280Sensor(_log, options ?? Options, _clock), chip);
    }

    [Theory]
    [InlineData(21.5, 101_325, 43, 1)]
    [InlineData(-39.9, 30_100, 0.5, 1)]
    [InlineData(-5.25, 98_000, 100, 16)]
    [InlineData(0, 101_325, 50, 4)]
    [InlineData(84.9, 109_900, 99, 2)]
    public void The_air_is_read_back_within_the_converters_step(double celsius, double pascals, double percent, int oversampling)
    {
        (_celsius.Value, _pascals.Value, _percent.Value) = (celsius, pascals, percent);
        var (sensor, _) = Rig(Options with { Oversampling = oversampling });
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.All(samples.All, s => Assert.Equal((Quality.Good, Reason.None), (s.Quality, s.Reason)));
        Assert.Equal(celsius, samples[0].Value!.Value, sensor.Outputs[0].Resolution * 1.1);
        Assert.Equal(pascals, samples[1].Value!.Value, sensor.Outputs[1].Resolution * 1.5);
        Assert.Equal(percent, samples[2].Value!.Value, 0.02);
        Assert.Equal(["Cel", "Pa", "%RH"], sensor.Outputs.Select(o => o.Unit));
    }

    // Section 5.4: ctrl_hum counts only once ctrl_meas is written, so it goes first.
    [Fact]
    public void A_round_writes_settings_waits_the_datasheets_longest_time_and_reads_all_at_once()
    {
        var (sensor, _) = Rig();
        CollectedSamples.Of(sensor, _clock);
        var (before, started) = (_log.Transfers.Count, _clock.Now);
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.Equal([[0xF2, 0x01, 0xF5, 0x00, 0xF4, 0x25], [0xF2]], _log.Transfers.Skip(before).Select(t => t.Write));
        Assert.Equal(10_000_000, _clock.Now - started);
        var data = _log.Transfers[^1].Read[5..];
        Assert.Equal(data[3] << 12 | data[4] << 4 | data[5] >> 4, samples[0].Raw);
        Assert.Equal(data[0] << 12 | data[1] << 4 | data[2] >> 4, samples[1].Raw);
        Assert.Equal(data[6] << 8 | data[7], samples[2].Raw);
    }

    [Fact]
    public void Coefficients_are_read_once_until_the_chip_was_away()
    {
        var (sensor, chip) = Rig();
        CollectedSamples.Of(sensor, _clock);
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(1, _log.Transfers.Count(t => t.Write is [0x88]));
        chip.Fault = DeviceFault.Unplugged;
        CollectedSamples.Of(sensor, _clock);
        chip.Fault = DeviceFault.None;
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(2, _log.Transfers.Count(t => t.Write is [0x88]));
    }

    [Theory]
    [InlineData(DeviceFault.NoAcknowledge, Reason.NoAnswer)]
    [InlineData(DeviceFault.Unplugged, Reason.NoAnswer)]
    [InlineData(DeviceFault.BusStuck, Reason.BusFault)]
    [InlineData(DeviceFault.ArbitrationLost, Reason.BusFault)]
    [InlineData(DeviceFault.TimedOut, Reason.BusFault)]
    [InlineData(DeviceFault.Short, Reason.Garbled)]
    [InlineData(DeviceFault.Garbage, Reason.Garbled)]
    [InlineData(DeviceFault.NeverReady, Reason.NotReady)]
    [InlineData(DeviceFault.Saturated, Reason.Saturated)]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        var (sensor, chip) = Rig();
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => Assert.Equal(Quality.Good, s.Quality));
        chip.Fault = fault;
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => CollectedSamples.AssertAbsent(reason, s));
        chip.Fault = DeviceFault.None;
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void Garbage_gives_no_value_however_often_it_is_read()
    {
        var (sensor, chip) = Rig();
        CollectedSamples.Of(sensor, _clock);
        chip.Fault = DeviceFault.Garbage;
        for (var round = 0; round < 200; round++)
            Assert.All(CollectedSamples.Of(sensor, _clock).All, s => Assert.Null(s.Value));
    }

    [Fact]
    public void A_chip_without_humidity_is_the_wrong_device()
    {
        var (sensor, chip) = Rig();
        chip.Fault = DeviceFault.WrongIdentity;
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => CollectedSamples.AssertAbsent(Reason.WrongDevice, s));
    }

    [Fact]
    public void A_brown_out_while_measuring_gives_no_data_and_the_next_round_is_good()
    {
        var (sensor, chip) = Rig();
        CollectedSamples.Of(sensor, _clock);
        _log.After = (_, write) => { if (write.Length == 6) chip.BrownOut(); };
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => CollectedSamples.AssertAbsent(Reason.NoData, s));
        _log.After = (_, _) => { };
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void Codes_of_skipped_measurements_are_no_data()
    {
        var (sensor, _) = Rig();
        _log.Alter = (write, read) =>
        {
            if (write is [0xF2])
                Convert.FromHexString("8000008000008000").CopyTo(read, 5);
        };
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.All(samples.All, s => CollectedSamples.AssertAbsent(Reason.NoData, s));
        Assert.Equal([0x80000, 0x80000, 0x8000], samples.All.Select(s => s.Raw!.Value));
    }

    [Fact]
    public void One_such_code_alone_is_the_temperature_of_an_ordinary_room()
    {
        var (sensor, _) = Rig();
        _log.Alter = (write, read) =>
        {
            if (write is [0xF2])
                Convert.FromHexString("800000").CopyTo(read, 8);
        };
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.Equal((0x80000, Quality.Good), (samples[0].Raw!.Value, samples[0].Quality));
        Assert.InRange(samples[0].Value!.Value, 20, 24);
    }

    [Fact]
    public void A_temperature_at_the_end_of_the_range_spoils_what_is_compensated_with_it()
    {
        var (sensor, _) = Rig();
        _celsius.Value = null;
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => CollectedSamples.AssertAbsent(Reason.Saturated, s));
        (_celsius.Value, _percent.Value) = (20, null);
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.Equal([Quality.Good, Quality.Good, Quality.Bad], samples.All.Select(s => s.Quality));
        (_celsius.Value, _pascals.Value) = (null, null);
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => CollectedSamples.AssertAbsent(Reason.NoAnswer, s));
    }

    [Fact]
    public void Outside_the_operating_range_a_value_is_doubted()
    {
        (_celsius.Value, _pascals.Value) = (-41, 29_000);
        var (sensor, _) = Rig();
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.Equal(
            [(Quality.Uncertain, Reason.OutOfRange), (Quality.Uncertain, Reason.OutOfRange), (Quality.Good, Reason.None)],
            samples.All.Select(s => (s.Quality, s.Reason)));
        Assert.Equal(-41, samples[0].Value!.Value, 0.01);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Equal(["address", "oversampling", "channels"], new Bme280Options { Address = 0x75, Oversampling = 0, Outputs = [] }.Validate().Select(p => p.Option));
        Assert.Empty(Options.Validate());
    }
}
