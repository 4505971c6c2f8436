using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Scales;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Sampling;

/// <summary>Two devices on one bus, each with its own loop, on the one thread that loops of a bus share; time is set by hand.</summary>
public sealed class SharedBusTests : IDisposable
{
    private const int Inputs = 4;
    private const byte Sick = 0x48, Sound = 0x49;
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedI2cBus _copper = new("i2c-1");
    private readonly HangingBus _wire;
    private readonly SharedI2cBus _bus;
    private readonly SampleQueue _queue = new(2 * Inputs);
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<byte, DeviceWatch> _watches = [];

    public SharedBusTests()
    {
        _wire = new HangingBus(_copper, _clock);
        _bus = new SharedI2cBus(_wire, Timeout, _clock);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    [Theory]
    [InlineData(DeviceFault.None, Reason.None, 0)]
    [InlineData(DeviceFault.TimedOut, Reason.BusFault, 150)]
    [InlineData(DeviceFault.NoAcknowledge, Reason.NoAnswer, 0)]
    [InlineData(DeviceFault.ArbitrationLost, Reason.BusFault, 0)]
    [InlineData(DeviceFault.Short, Reason.Garbled, 0)]
    [InlineData(DeviceFault.Garbage, Reason.Garbled, 0)]
    [InlineData(DeviceFault.NeverReady, Reason.NotReady, 0)]
    public void A_device_that_fails_delays_the_other_by_no_more_than_its_slot_and_usually_not_at_all(DeviceFault fault, Reason reason, int most)
    {
        Start(Sick, 860, TimeSpan.FromMilliseconds(500));
        Start(Sound, 860, TimeSpan.FromMilliseconds(500));
        _copper.Find(Sick)!.Fault = fault;
        _clock.Advance(TimeSpan.FromSeconds(30));

        var sound = _watches[Sound];
        Assert.Equal((61, 0, 0), (sound.Rounds, sound.Missed, sound.Absent));
        Assert.InRange(sound.Lateness.Percentile(100)!.Value.TotalMilliseconds, 0, 1.125 * most + 0.001);
        Assert.InRange(sound.Lateness.Percentile(50)!.Value.TotalMilliseconds, 0, 0.001);
        var samples = Samples().ToList();
        Assert.All(samples.Where(s => s.Channel >= Inputs), s => Assert.Equal(Reason.None, s.Sample.Reason));
        Assert.All(samples.Where(s => s.Channel < Inputs && s.Monotonic > 0).Skip(Inputs), s => Assert.Equal(reason, s.Sample.Reason));
        Assert.Equal(0, _watches[Sick].Missed);
    }

    [Fact]
    public void While_one_device_converts_another_uses_the_bus()
    {
        var period = TimeSpan.FromMilliseconds(600);
        var round = Start(Sick, 8, period) + Start(Sound, 8, period);
        Assert.True(round > 1.6 * period);
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.All(_watches.Values, w => Assert.Equal((101, 0, 0), (w.Rounds, w.Missed, w.Absent)));
        Assert.All(_watches.Values, w => Assert.InRange(w.Lateness.Percentile(100)!.Value, TimeSpan.Zero, TimeSpan.FromMilliseconds(1)));
        Assert.Contains(Enumerable.Range(1, _wire.Asked.Count - 1), i => _wire.Asked[i - 1] == Sick && _wire.Asked[i] == Sound);
    }

    [Fact]
    public void Rounds_whose_time_passed_are_counted_and_absent_readings_too()
    {
        Start(Sound, 8, TimeSpan.FromMilliseconds(400));
        _copper.Find(Sound)!.Fault = DeviceFault.NoAcknowledge;
        _clock.Advance(TimeSpan.FromSeconds(4));
        var before = _watches[Sound].Absent;
        Assert.Equal(_watches[Sound].Rounds * Inputs, before);

        _copper.Find(Sound)!.Fault = DeviceFault.None;
        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(before, _watches[Sound].Absent);
        // A round of 500 ms takes the time of the next one, and of every fourth one more.
        Assert.InRange(_watches[Sound].Missed, 15, 25);
    }

    /// <returns>How long a round takes.</returns>
    private TimeSpan Start(byte address, int rate, TimeSpan period)
    {
        var chip = new SimulatedAds1x15(Ads1x15Chip.Ads1115, address, _clock);
        for (var terminal = 0; terminal < Inputs; terminal++)
            chip.Connect(terminal, new AdjustableSignal(1));
        _copper.Connect(chip);
        var options = new Ads1x15Options(Ads1x15Chip.Ads1115)
        {
            Address = address,
            DataRate = rate,
            Inputs = [.. Enumerable.Range(0, Inputs).Select(i => new ScaledInput($"{address}.{i}", i, new VoltageScale { Unit = "V" }))],
        };
        var watch = _watches[address] = new DeviceWatch($"i2c-1 0x{address:x2}", "i2c-1") { Slot = _bus.Slot(address) };
        var loop = new SensorLoop(
            new Ads1x15Sensor(_bus, options, _clock), period, (address - Sick) * Inputs, _queue, new HandClock(), _clock, NullLogger<SensorLoop>.Instance) { Watch = watch };
        // Without a context of the test's own, what waits for the clock goes on where the clock is set.
        SynchronizationContext.SetSynchronizationContext(null);
        _ = loop.RunAsync(_end.Token);
        return Inputs * options.Conversion;
    }

    private IEnumerable<StampedSample> Samples()
    {
        while (_queue.TryTake(out var sample))
            yield return sample;
    }

    /// <summary>A device that stretches the clock for ever holds the bus until the adapter gives up.</summary>
    private sealed class HangingBus(SimulatedI2cBus bus, SimulatedClock clock) : II2cBus
    {
        public List<byte> Asked { get; } = [];

        public string Name => bus.Name;

        public string? Trouble => null;

        public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
        {
            Asked.Add(address);
            var status = bus.Transfer(address, write, read);
            if (status == I2cStatus.TimedOut)
                clock.Occupy(Timeout);
            return status;
        }

        public void Dispose()
        {
        }
    }
}
