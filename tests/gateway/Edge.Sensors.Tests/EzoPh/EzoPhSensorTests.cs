using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.EzoPh;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.EzoPh;

public sealed class EzoPhSensorTests
{
    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _bus = new("i2c-1");
    private readonly AdjustableSignal _ph = new(9.56);
    private readonly SimulatedEzoPh _circuit;
    private readonly TransferLog _log;

    public EzoPhSensorTests()
    {
        _circuit = new SimulatedEzoPh(0x63, _ph, _clock);
        _bus.Connect(_circuit);
        _log = new TransferLog(_bus);
    }

    private EzoPhSensor Sensor() => new(_log, new EzoPhOptions(), _clock);

    // Datasheet v5.8 page 51: R, 900 ms, then 1 "9.560" NUL.
    [Fact]
    public void The_datasheets_reading_is_taken_after_900_ms()
    {
        using var sensor = Sensor();
        CollectedSamples.Of(sensor, _clock);
        var started = _clock.Now;
        var sample = CollectedSamples.Of(sensor, _clock)[0];
        Assert.Equal((9.56, 9560L, Quality.Good), (sample.Value!.Value, sample.Raw!.Value, sample.Quality));
        Assert.Equal(900_000_000, _clock.Now - started);
        Assert.Equal([1, (byte)'9', (byte)'.', (byte)'5', (byte)'6', (byte)'0', 0], _log.Transfers[^1].Read[..7]);
    }

    [Fact]
    public void It_asks_for_the_identity_once_until_the_circuit_was_away()
    {
        using var sensor = Sensor();
        CollectedSamples.Of(sensor, _clock);
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(1, _log.Transfers.Count(t => t.Write is [(byte)'I']));
        _circuit.Fault = DeviceFault.NoAcknowledge;
        CollectedSamples.Of(sensor, _clock);
        _circuit.Fault = DeviceFault.None;
        CollectedSamples.Of(sensor, _clock);
        Assert.Equal(2, _log.Transfers.Count(t => t.Write is [(byte)'I']));
    }

    [Fact]
    public void Without_a_probe_the_circuit_has_no_data_and_that_is_no_zero()
    {
        using var sensor = Sensor();
        CollectedSamples.Of(sensor, _clock);
        _ph.Value = null;
        CollectedSamples.AssertAbsent(Reason.NoData, CollectedSamples.Of(sensor, _clock)[0]);
        Assert.Equal(255, _log.Transfers[^1].Read[0]);
    }

    [Fact]
    public void While_pending_it_polls_and_gives_up_after_its_patience()
    {
        using var sensor = Sensor();
        CollectedSamples.Of(sensor, _clock);
        _circuit.Fault = DeviceFault.NeverReady;
        var started = _clock.Now;
        CollectedSamples.AssertAbsent(Reason.NotReady, CollectedSamples.Of(sensor, _clock)[0]);
        Assert.Equal(254, _log.Transfers[^1].Read[0]);
        Assert.Equal(1_500_000_000, _clock.Now - started);
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
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        using var sensor = Sensor();
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
        _circuit.Fault = fault;
        CollectedSamples.AssertAbsent(reason, CollectedSamples.Of(sensor, _clock)[0]);
        _circuit.Fault = DeviceFault.None;
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[0].Quality);
    }

    [Fact]
    public void A_conductivity_circuit_at_the_address_is_the_wrong_device()
    {
        using var sensor = Sensor();
        _circuit.Fault = DeviceFault.WrongIdentity;
        CollectedSamples.AssertAbsent(Reason.WrongDevice, CollectedSamples.Of(sensor, _clock)[0]);
    }

    [Fact]
    public void A_brown_out_while_measuring_gives_no_data()
    {
        using var sensor = Sensor();
        CollectedSamples.Of(sensor, _clock);
        _log.After = (_, write) => { if (write is [(byte)'R']) _circuit.BrownOut(); };
        CollectedSamples.AssertAbsent(Reason.NoData, CollectedSamples.Of(sensor, _clock)[0]);
    }

    [Fact]
    public void A_bus_that_floats_high_is_no_answer_of_the_circuit()
    {
        using var sensor = new EzoPhSensor(new FloatingBus(), new EzoPhOptions(), _clock);
        CollectedSamples.AssertAbsent(Reason.Garbled, CollectedSamples.Of(sensor, _clock)[0]);
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
}
