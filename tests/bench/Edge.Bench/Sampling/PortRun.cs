using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Sampling;
using Edge.Sensors.Scales;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Bench.Sampling;

/// <summary>The gateway's loops, threads and queue in this process, over simulated buses: eight converters of four channels at 10 Hz, and one that converts by itself 860 times a second.</summary>
internal sealed class PortRun : IDisposable
{
    private const int Inputs = 4;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly TimerThread _copper;
    private readonly SystemClock _clock = new(new ClockSettings(), new LinuxTime(), null);
    private readonly SampleQueue _queue = new((SamplingSite.Converters * Inputs) + 1);
    private readonly Dictionary<string, (TimerThread Thread, SimulatedI2cBus Copper, SharedI2cBus Bus)> _buses = [];
    private readonly List<DeviceWatch> _watches = [];
    private readonly List<ISensor> _sensors = [];
    private readonly List<Task> _loops = [];
    private readonly CancellationTokenSource _end = new();
    private long _samples;

    private PortRun(TimeProvider time) => (_time, _copper) = (time, new TimerThread(time, "copper"));

    /// <summary>Twice, the first time for the runtime to compile what runs.</summary>
    public static async Task<PortFigures> MeasureAsync(TimeProvider time, TimeSpan span, CancellationToken cancellationToken)
    {
        await OnceAsync(time, WarmUp, cancellationToken);
        return await OnceAsync(time, span, cancellationToken);
    }

    private static async Task<PortFigures> OnceAsync(TimeProvider time, TimeSpan span, CancellationToken cancellationToken)
    {
        using var run = new PortRun(time);
        run.Start();
        await run.DrainAsync(TimeSpan.FromSeconds(1), cancellationToken);
        var (fast, samples, rounds, missed) = (run._watches[^1], run._samples, run._watches[^1].Rounds, run._watches.Sum(w => w.Missed));
        var (allocated, at) = (GC.GetTotalAllocatedBytes(precise: true), time.GetTimestamp());
        await run.DrainAsync(span, cancellationToken);
        var seconds = time.GetElapsedTime(at).TotalSeconds;
        return new PortFigures(
            (fast.Rounds - rounds) / seconds, Milliseconds(fast, 50), Milliseconds(fast, 99), run._watches.Sum(w => w.Missed) - missed,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)(run._samples - samples));
    }

    private void Start()
    {
        for (var i = 0; i < SamplingSite.Converters; i++)
        {
            var (thread, copper, bus) = Bus($"i2c-{1 + i / 4}");
            var address = 0x48 + i % 4;
            Wire(copper, address, thread);
            var options = new Ads1x15Options(Ads1x15Chip.Ads1115)
            {
                Address = address,
                DataRate = 860,
                Inputs = [.. Enumerable.Range(0, Inputs).Select(input => new ScaledInput($"c{i}.{input}", input, new VoltageScale { Unit = "V" }))],
            };
            Run(new Ads1x15Sensor(bus, options, thread), Beat, i * Inputs, bus.Slot(address), thread);
        }

        var own = Bus("i2c-3");
        var line = new SimulatedGpioLine("gpio line 22");
        Wire(own.Copper, 0x48, _copper).ConnectReady(line);
        var running = new Ads1x15Options(Ads1x15Chip.Ads1115)
        {
            DataRate = SamplingSite.FastRate,
            IsRunning = true,
            Ready = new ReadyLine("gpio", 22),
            Inputs = [new ScaledInput("fast", 0, new VoltageScale { Unit = "V" })],
        };
        Run(new Ads1x15RunningSensor(own.Bus, new SimulatedGpioRequest(line), running, own.Thread), running.Conversion, SamplingSite.Converters * Inputs, own.Bus.Slot(0x48), own.Thread);
    }

    private void Run(ISensor sensor, TimeSpan period, int channel, DeviceSlot slot, TimerThread thread)
    {
        var watch = new DeviceWatch(sensor.Name, "") { Slot = slot };
        var loop = new SensorLoop(sensor, period, channel, _queue, _clock, thread, NullLogger<SensorLoop>.Instance) { Watch = watch };
        _watches.Add(watch);
        _sensors.Add(sensor);
        _loops.Add(Task.Run(() => loop.RunAsync(_end.Token)));
    }

    private (TimerThread Thread, SimulatedI2cBus Copper, SharedI2cBus Bus) Bus(string name)
    {
        if (_buses.TryGetValue(name, out var known))
            return known;
        var (thread, copper) = (new TimerThread(_time, name), new SimulatedI2cBus(name));
        return _buses[name] = (thread, copper, new SharedI2cBus(copper, LinuxI2cBus.UsualTimeout, thread));
    }

    private static SimulatedAds1x15 Wire(SimulatedI2cBus copper, int address, TimeProvider time)
    {
        var chip = new SimulatedAds1x15(Ads1x15Chip.Ads1115, address, time);
        for (var input = 0; input < Inputs; input++)
            chip.Connect(input, new AdjustableSignal(1));
        copper.Connect(chip);
        return chip;
    }

    private async Task DrainAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, _time);
        for (var began = _time.GetTimestamp(); _time.GetElapsedTime(began) < span; await timer.WaitForNextTickAsync(cancellationToken))
        {
            while (_queue.TryTake(out _))
                _samples++;
        }
    }

    private static double Milliseconds(DeviceWatch watch, double percent) => watch.Lateness.Percentile(percent)?.TotalMilliseconds ?? 0;

    public void Dispose()
    {
        _end.Cancel();
        Task.WhenAll(_loops).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        _sensors.ForEach(s => s.Dispose());
        foreach (var (thread, _, bus) in _buses.Values)
        {
            bus.Dispose();
            thread.Dispose();
        }

        _copper.Dispose();
        _end.Dispose();
    }
}
