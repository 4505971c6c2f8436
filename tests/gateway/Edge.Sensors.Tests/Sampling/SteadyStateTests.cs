using Edge.Sensors.Ade7953;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Bme280;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Ds3231;
using Edge.Sensors.Ezo;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.PulseFlow;
using Edge.Sensors.Pzem;
using Edge.Sensors.Sampling;
using Edge.Sensors.Scales;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Edge.Testing;

namespace Edge.Sensors.Tests.Sampling;

public sealed class SteadyStateTests
{
    /// <summary>Of so many that a circuit's calibration, for which a simulated one makes text, is asked for in not every batch.</summary>
    private const int Batch = 400;

    [Theory]
    [InlineData("ads1115")]
    [InlineData("ads1015")]
    [InlineData("ads1115 by itself")]
    [InlineData("mcp3424")]
    [InlineData("ina219")]
    [InlineData("ina226")]
    [InlineData("ezo")]
    [InlineData("bme280")]
    [InlineData("ds18b20")]
    [InlineData("ds3231")]
    [InlineData("ina228")]
    [InlineData("ade7953")]
    [InlineData("pzem-004t")]
    [InlineData("pulse-flow")]
    public void A_sample_allocates_nothing_once_the_driver_runs(string driver)
    {
        var time = new SimulatedClock();
        var bus = new SimulatedI2cBus("i2c-1");
        using var folder = new TemporaryDirectory();
        using ISensor sensor = driver switch
        {
            "ads1115" => Ads(Ads1x15Chip.Ads1115, bus, time),
            "ads1015" => Ads(Ads1x15Chip.Ads1015, bus, time),
            "ads1115 by itself" => Running(bus, time),
            "mcp3424" => Mcp(bus, time),
            "ina219" => Ina219(bus, time),
            "ina226" => Ina226(bus, time),
            "ina228" => Ina228(bus, time),
            "ade7953" => Ade(bus, time),
            "ezo" => Ezo(bus, time),
            "bme280" => Bme(bus, time),
            "ds3231" => Clock(bus, time),
            "ds18b20" => Thermometer(folder),
            "pzem-004t" => Pzem(time),
            _ => Flow(time),
        };
        var sink = new CountingSink();
        for (var i = 0; i < 200; i++)
            Sample(sensor, sink, time);
        // What a sample allocates it allocates in every batch; what the runtime does once, it does in one.
        var least = long.MaxValue;
        for (var batch = 0; batch < 5 && least > 0; batch++)
            least = Math.Min(least, Allocated(Batch, sensor, sink, time));
        Assert.Equal(0, least);
        Assert.True(sink.Values >= Batch, $"{sink.Values} values");
    }

    // As on one bus: they wait for their conversions beside each other, on one thread.
    [Fact]
    public void Eight_devices_of_a_kind_side_by_side_allocate_nothing()
    {
        var time = new SimulatedClock();
        var sink = new CountingSink();
        var sensors = Enumerable.Range(0, 8).Select(i => Ads(Ads1x15Chip.Ads1115, new SimulatedI2cBus($"i2c-{i}"), time)).ToArray();
        var rounds = new ValueTask[sensors.Length];
        for (var i = 0; i < 200; i++)
            Round();
        var least = long.MaxValue;
        for (var batch = 0; batch < 5 && least > 0; batch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 200; i++)
                Round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.True(sink.Values >= 8 * 400, $"{sink.Values} values");
        Array.ForEach(sensors, s => s.Dispose());

        void Round()
        {
            for (var i = 0; i < sensors.Length; i++)
#pragma warning disable CA2012 // each is taken once, below
                rounds[i] = sensors[i].SampleAsync(sink, CancellationToken.None);
#pragma warning restore CA2012
            time.Advance(TimeSpan.FromMilliseconds(100));
            foreach (var round in rounds)
                round.GetAwaiter().GetResult();
        }
    }

    private static long Allocated(int samples, ISensor sensor, CountingSink sink, SimulatedClock clock)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < samples; i++)
            Sample(sensor, sink, clock);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Sample(ISensor sensor, CountingSink sink, SimulatedClock clock)
    {
        clock.Advance(TimeSpan.FromMilliseconds(100));
        var sampling = sensor.SampleAsync(sink, CancellationToken.None);
        while (!sampling.IsCompleted)
            clock.Advance(TimeSpan.FromMilliseconds(1));
        if (!sampling.IsCompletedSuccessfully)
            Assert.Fail("The round failed.");
#pragma warning disable CA2012 // completed, as just seen; only taking the result gives the pooled box back
        sampling.GetAwaiter().GetResult();
#pragma warning restore CA2012
    }

    private static Ads1x15Sensor Ads(Ads1x15Chip model, SimulatedI2cBus bus, TimeProvider time)
    {
        var chip = new SimulatedAds1x15(model, 0x48, time);
        chip.Connect(0, new AdjustableSignal(1));
        bus.Connect(chip);
        return new Ads1x15Sensor(bus, new Ads1x15Options(model) { Inputs = [new("p", 0, new LoopScale { Unit = "bar", Low = 0, High = 10 })] }, time);
    }

    private static Ads1x15RunningSensor Running(SimulatedI2cBus bus, TimeProvider time)
    {
        var (chip, line) = (new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, time), new SimulatedGpioLine("gpio line 22"));
        chip.Connect(0, new AdjustableSignal(1));
        chip.ConnectReady(line);
        bus.Connect(chip);
        var options = new Ads1x15Options(Ads1x15Chip.Ads1115)
        {
            DataRate = 860, IsRunning = true, Ready = new ReadyLine("gpio", 22), Inputs = [new("p", 0, new LoopScale { Unit = "bar", Low = 0, High = 10 })],
        };
        return new Ads1x15RunningSensor(bus, new SimulatedGpioRequest(line), options, time);
    }

    private static Mcp3424Sensor Mcp(SimulatedI2cBus bus, TimeProvider time)
    {
        var chip = new SimulatedMcp3424(0x68, time);
        chip.Connect(0, new AdjustableSignal(1));
        bus.Connect(chip);
        return new Mcp3424Sensor(bus, new Mcp3424Options { Bits = 16, Inputs = [new("p", 0, new VoltageScale { Unit = "V" })] }, time);
    }

    private static Ina219Sensor Ina219(SimulatedI2cBus bus, TimeProvider time)
    {
        var options = new Ina219Options { Outputs = [new("i", Ina2xxQuantity.Current)] };
        bus.Connect(new SimulatedIna219(options, new AdjustableSignal(12), new AdjustableSignal(0.5), time));
        return new Ina219Sensor(bus, options, time);
    }

    private static Ina226Sensor Ina226(SimulatedI2cBus bus, TimeProvider time)
    {
        var options = new Ina226Options { Outputs = [new("i", Ina2xxQuantity.Current)] };
        bus.Connect(new SimulatedIna226(options, new AdjustableSignal(12), new AdjustableSignal(0.5), time));
        return new Ina226Sensor(bus, options, time);
    }

    private static EzoSensor Ezo(SimulatedI2cBus bus, TimeProvider time)
    {
        bus.Connect(new SimulatedEzo(EzoKind.Conductivity, 0x64, new AdjustableSignal(512.3), time));
        return new EzoSensor(bus, new EzoOptions(EzoKind.Conductivity) { Sleep = true }, time);
    }

    private static Bme280Sensor Bme(SimulatedI2cBus bus, TimeProvider time)
    {
        bus.Connect(new SimulatedBme280(0x76, new AdjustableSignal(21), new AdjustableSignal(101_325), new AdjustableSignal(40), time));
        return new Bme280Sensor(bus, new Bme280Options { Outputs = [new("p", Bme280Quantity.Pressure), new("h", Bme280Quantity.Humidity)] }, time);
    }

    private static Ds3231Sensor Clock(SimulatedI2cBus bus, TimeProvider time)
    {
        bus.Connect(new SimulatedDs3231(new AdjustableSignal(31.25), time));
        return new Ds3231Sensor(bus, new Ds3231Options("t"));
    }

    private static Ds18b20Sensor Thermometer(TemporaryDirectory folder)
    {
        folder.Write("28-0316a27913ff/w1_slave", "70 01 4b 46 7f ff 10 10 e1 : crc=e1 YES\n70 01 4b 46 7f ff 10 10 e1 t=23000\n");
        return new Ds18b20Sensor(new LinuxOneWire(folder.Path, "w1"), new Ds18b20Options("28-0316a27913ff"));
    }

    private static Ina228Sensor Ina228(SimulatedI2cBus bus, TimeProvider time)
    {
        var options = new Ina228Options { Outputs = [new("i", Ina2xxQuantity.Current), new("e", Ina2xxQuantity.Energy)] };
        bus.Connect(new SimulatedIna228(options, new AdjustableSignal(12), new AdjustableSignal(0.5), new AdjustableSignal(30), time));
        return new Ina228Sensor(bus, options, time);
    }

    private static Ade7953Sensor Ade(SimulatedI2cBus bus, TimeProvider time)
    {
        var options = new Ade7953Options { VoltageFullScale = 354, CurrentAFullScale = 22, Outputs = [new("p", Ade7953Quantity.PowerA), new("f", Ade7953Quantity.Frequency)] };
        bus.Connect(new SimulatedAde7953(options, new SimulatedMains(new AdjustableSignal(230), new AdjustableSignal(5), new AdjustableSignal(0)), time));
        return new Ade7953Sensor(bus, options, time);
    }

    private static PzemSensor Pzem(TimeProvider time)
    {
        var line = new SimulatedSerialLine("rs485", time);
        line.Connect(new SimulatedPzem(1, new AdjustableSignal(220), new AdjustableSignal(1), time));
        return new PzemSensor(line, new PzemOptions { Outputs = [new("p", PzemRegister.Power)] }, time);
    }

    private static PulseFlowSensor Flow(TimeProvider time)
    {
        var line = new SimulatedGpioLine("line");
        _ = new SimulatedFlowMeter(new AdjustableSignal(20), 450, line, time);
        return new PulseFlowSensor(new SimulatedGpioRequest(line), new PulseFlowOptions { Outputs = [new("total", PulseFlowQuantity.Total)] }, time);
    }

    private sealed class CountingSink : ISampleSink
    {
        public int Values { get; private set; }

        public void Accept(in Sample sample) => Values += sample.Value is null ? 0 : 1;
    }
}
