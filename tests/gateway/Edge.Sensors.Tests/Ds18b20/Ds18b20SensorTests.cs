using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Edge.Testing;

namespace Edge.Sensors.Tests.Ds18b20;

public sealed class Ds18b20SensorTests : IDisposable
{
    private const string Serial = "28-0316a27913ff";

    private readonly SimulatedClock _clock = new();
    private readonly AdjustableSignal _celsius = new(21.5);
    private readonly TemporaryDirectory _folder = new();
    private readonly SimulatedOneWire _bus;
    private readonly SimulatedDs18b20 _chip;
    private readonly Ds18b20Sensor _sensor;

    public Ds18b20SensorTests()
    {
        _bus = new SimulatedOneWire(_folder.File("devices"), "w1");
        _chip = new SimulatedDs18b20(Serial, _celsius, _clock);
        _bus.Connect(_chip);
        _sensor = new Ds18b20Sensor(_bus, new Ds18b20Options(Serial));
    }

    public void Dispose()
    {
        _sensor.Dispose();
        _bus.Dispose();
        _folder.Dispose();
    }

    private Sample Read() => CollectedSamples.Of(_sensor, _clock)[0];

    // Datasheet 19-7487, table 1 "Temperature/Data Relationship".
    [Theory]
    [InlineData(125, 0x07D0)]
    [InlineData(85, 0x0550)]
    [InlineData(25.0625, 0x0191)]
    [InlineData(10.125, 0x00A2)]
    [InlineData(0.5, 0x0008)]
    [InlineData(0, 0x0000)]
    [InlineData(-0.5, 0xFFF8)]
    [InlineData(-10.125, 0xFF5E)]
    [InlineData(-25.0625, 0xFE6F)]
    [InlineData(-55, 0xFC90)]
    public void The_datasheets_table_holds_and_a_real_85_degrees_is_good(double celsius, int code)
    {
        _celsius.Value = celsius;
        var sample = Read();
        Assert.Equal((celsius, (long)(short)code, Quality.Good), (sample.Value!.Value, sample.Raw!.Value, sample.Quality));
        Assert.Equal(("temperature", "Cel", 0.0625), (_sensor.Outputs[0].Name, _sensor.Outputs[0].Unit, _sensor.Outputs[0].Resolution));
    }

    // Scratchpads as chips gave them, published with their kernel's verdict.
    [Theory]
    [InlineData("70014B467FFF1010E1", 23.0)]
    [InlineData("98014B467FFF081022", 25.5)]
    public void Real_chips_scratchpads_have_the_checksum_and_the_temperature_that_the_kernel_gave(string bytes, double celsius)
    {
        var scratchpad = Convert.FromHexString(bytes);
        Assert.True(Ds18b20Scratchpad.HasChecksum(scratchpad));
        Assert.Equal(celsius, Of(scratchpad).Value);
    }

    [Fact]
    public void A_single_wrong_bit_anywhere_is_noticed()
    {
        for (var bit = 0; bit < 72; bit++)
        {
            var scratchpad = Convert.FromHexString("70014B467FFF1010E1");
            scratchpad[bit / 8] ^= (byte)(1 << bit % 8);
            CollectedSamples.AssertAbsent(Reason.Garbled, Of(scratchpad));
        }
    }

    [Fact]
    public void The_power_on_value_is_not_85_degrees()
    {
        var sample = Of(Convert.FromHexString("50054B467FFF0C101C"));
        CollectedSamples.AssertAbsent(Reason.NotReady, sample);
        Assert.Equal(0x0550, sample.Raw);
    }

    [Fact]
    public void A_brown_out_while_converting_leaves_the_power_on_value_for_one_round()
    {
        Assert.Equal(21.5, Read().Value);
        _chip.BrownOut();
        CollectedSamples.AssertAbsent(Reason.NotReady, Read());
        Assert.Equal(21.5, Read().Value);
    }

    // Datasheet table 2: at 9 bits the lower three bits are undefined, at 10 two, at 11 one.
    [Theory]
    [InlineData(0x1F, 0x0177, 23.0)]
    [InlineData(0x3F, 0x0177, 23.25)]
    [InlineData(0x5F, 0x0177, 23.375)]
    [InlineData(0x7F, 0x0177, 23.4375)]
    [InlineData(0x1F, -1, -0.5)]
    public void Bits_that_are_undefined_at_the_chips_resolution_are_cleared(byte configuration, int code, double celsius)
    {
        byte[] scratchpad = [(byte)code, (byte)(code >> 8), 0x4B, 0x46, configuration, 0xFF, 0x01, 0x10, 0];
        scratchpad[8] = Ds18b20Scratchpad.Checksum(scratchpad.AsSpan(0, 8));
        var sample = Of(scratchpad);
        Assert.Equal((celsius, (long)(celsius * 16)), (sample.Value!.Value, sample.Raw!.Value));
    }

    [Fact]
    public void Beyond_what_the_chip_measures_a_value_is_doubted()
    {
        byte[] scratchpad = [0xE0, 0x07, 0x4B, 0x46, 0x7F, 0xFF, 0x10, 0x10, 0];
        scratchpad[8] = Ds18b20Scratchpad.Checksum(scratchpad.AsSpan(0, 8));
        var sample = Of(scratchpad);
        Assert.Equal((126.0, Quality.Uncertain, Reason.OutOfRange), (sample.Value!.Value, sample.Quality, sample.Reason));
    }

    [Theory]
    [InlineData(DeviceFault.NoAcknowledge, Reason.NoAnswer)]
    [InlineData(DeviceFault.Unplugged, Reason.NoAnswer)]
    [InlineData(DeviceFault.BusStuck, Reason.BusFault)]
    [InlineData(DeviceFault.Short, Reason.Garbled)]
    [InlineData(DeviceFault.Garbage, Reason.Garbled)]
    [InlineData(DeviceFault.NeverReady, Reason.NotReady)]
    [InlineData(DeviceFault.Saturated, Reason.NotReady)]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        Assert.Equal(Quality.Good, Read().Quality);
        _chip.Fault = fault;
        CollectedSamples.AssertAbsent(reason, Read());
        _chip.Fault = DeviceFault.None;
        Assert.Equal((21.5, Quality.Good), (Read().Value, Read().Quality));
    }

    [Fact]
    public void A_frozen_chip_repeats_what_it_last_measured_as_good_because_nothing_in_it_tells()
    {
        Read();
        _chip.Fault = DeviceFault.Frozen;
        _celsius.Value = 4;
        Assert.Equal((21.5, Quality.Good), (Read().Value, Read().Quality));
    }

    [Fact]
    public void A_board_without_1_wire_is_a_fault_of_the_bus()
    {
        using var nowhere = new Edge.Sensors.Buses.Linux.LinuxOneWire(_folder.File("nowhere"), "w1");
        using var sensor = new Ds18b20Sensor(nowhere, new Ds18b20Options(Serial));
        CollectedSamples.AssertAbsent(Reason.BusFault, CollectedSamples.Of(sensor, _clock)[0]);
    }

    private Sample Of(byte[] scratchpad)
    {
        using var sensor = new Ds18b20Sensor(new Scripted(scratchpad), new Ds18b20Options(Serial));
        return CollectedSamples.Of(sensor, _clock)[0];
    }

    /// <summary>Bytes that a chip gave once.</summary>
    private sealed class Scripted(byte[] given) : IOneWire
    {
        public string Name => "scripted";

        public string? Trouble => null;

        public OneWireStatus Read(string device, Span<byte> scratchpad)
        {
            given.CopyTo(scratchpad);
            return OneWireStatus.Ok;
        }

        public void Dispose()
        {
        }
    }
}
