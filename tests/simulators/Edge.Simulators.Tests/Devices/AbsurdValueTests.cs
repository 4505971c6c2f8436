using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Sampling;
using Edge.Sensors.Scales;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Tests.Devices;

public sealed class AbsurdValueTests
{
    [Theory]
    [InlineData(-1.18e42, Reason.LoopLow)]
    [InlineData(2.3e9, Reason.LoopHigh)]
    [InlineData(double.PositiveInfinity, Reason.LoopHigh)]
    [InlineData(double.NegativeInfinity, Reason.LoopLow)]
    public void A_value_beyond_any_transmitter_ends_at_its_limits_and_is_bad(double absurd, Reason reason)
    {
        var clock = new SimulatedClock();
        var scale = new LoopScale { Unit = "Pa", Low = 0, High = 25e6, Shunt = 150 };
        var chip = new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, clock);
        chip.Connect(0, new LoopTransmitter(new AdjustableSignal(absurd), scale));
        var bus = new SimulatedI2cBus("i2c-1");
        bus.Connect(chip);
        using var sensor = new Ads1x15Sensor(bus, new Ads1x15Options(Ads1x15Chip.Ads1115) { Gain = 4.096, Inputs = [new("p", 0, scale)] }, clock);
        var sink = new LastSample();
        clock.Run(sensor.SampleAsync(sink, CancellationToken.None).AsTask());
        Assert.Equal((null, Quality.Bad, reason), (sink.Sample.Value, sink.Sample.Quality, sink.Sample.Reason));
    }

    private sealed class LastSample : ISampleSink
    {
        public Sample Sample { get; private set; }

        public void Accept(in Sample sample) => Sample = sample;
    }
}
