using Edge.Sensors.Ds18b20;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Edge.Testing;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Through files like the kernel's; temperatures of the whole range.</summary>
internal sealed class ComparedDs18b20 : ComparedBinding
{
    private const double Step = 1.0 / Ds18b20Scratchpad.CodesPerDegree;

    public override string Name => "OneWireThermometerDevice";

    public override IReadOnlyList<Mishap> Mishaps { get; } = [Mishap.BrownOut, Mishap.Garbage, Mishap.NeverReady, Mishap.Saturated, Mishap.HeldLow, Mishap.NotThere];

    public override IEnumerable<Comparison> Readings()
    {
        var celsius = new AdjustableSignal();
        using var pair = new Pair(celsius);
        foreach (var code in Codes.Between(-55 * 16, 125 * 16, count: 300, seed: 6).Concat([-1, 0, 1]))
        {
            celsius.Value = code * Step;
            yield return new("temperature", "", ValueOf(pair.Sample(pair.Own)[0], Step), pair.Sample(pair.Bound)[0].Value, Step, "Cel");
        }
    }

    public override (IDriverPair Pair, Action<double> Input, double Before, double After) Make()
    {
        var celsius = new AdjustableSignal();
        return (new Pair(celsius), value => celsius.Value = value, 20, 30);
    }

    private sealed class Pair : IDriverPair
    {
        private static readonly Ds18b20Options Options = new("28-0316a27913ff");

        private readonly SimulatedClock _clock = new();
        private readonly TemporaryDirectory _folder = new();
        private readonly SimulatedOneWire _bus;
        private readonly SimulatedDs18b20 _chip;

        public Pair(AdjustableSignal celsius)
        {
            var devices = _folder.File("devices");
            _bus = new SimulatedOneWire(devices, "w1");
            _chip = new SimulatedDs18b20(Options.Device, celsius, _clock);
            _bus.Connect(_chip);
            (Own, Bound) = (new Ds18b20Sensor(_bus, Options), new BoundDs18b20(_bus, devices, Options, _clock));
        }

        public ISensor Own { get; }

        public ISensor Bound { get; }

        public DeviceFault Fault
        {
            set => _chip.Fault = value;
        }

        public int Moments => 0;

        public CollectedSamples Sample(ISensor sensor) => CollectedSamples.Of(sensor, _clock);

        public void BrownOutAt(int moment) => _chip.BrownOut();

        public void Dispose()
        {
            Own.Dispose();
            Bound.Dispose();
            _bus.Dispose();
            _folder.Dispose();
        }
    }
}
