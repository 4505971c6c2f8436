using Edge.Sensors.Ads1x15;
using Edge.Sensors.Scales;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Every range, every terminal.</summary>
internal sealed class ComparedAds1115 : ComparedBinding
{
    private const int Terminals = 4;

    public override string Name => "Ads1115";

    public override IReadOnlyList<Mishap> Mishaps { get; } = [Mishap.BrownOut, Mishap.Garbage, Mishap.NeverReady, Mishap.Saturated, Mishap.OtherChip];

    public override IEnumerable<Comparison> Readings()
    {
        foreach (var gain in Ads1x15Chip.FullScales.ToArray())
        {
            var options = Options(gain, rate: 860, Terminals);
            AdjustableSignal[] volts = [.. options.Inputs.Select(_ => new AdjustableSignal())];
            using var pair = Pair(options, volts);
            foreach (var codes in Codes.Signed(16, count: 61, seed: 1).Chunk(Terminals))
            {
                for (var i = 0; i < codes.Length; i++)
                    volts[i].Value = codes[i] * options.VoltsPerCode;
                var (own, bound) = (pair.Sample(pair.Own), pair.Sample(pair.Bound));
                for (var i = 0; i < codes.Length; i++)
                    yield return new("voltage", "", ValueOf(own[i], options.VoltsPerCode), bound[i].Value, options.VoltsPerCode, "V");
            }
        }
    }

    public override (IDriverPair Pair, Action<double> Input, double Before, double After) Make()
    {
        var volts = new AdjustableSignal();
        return (Pair(Options(2.048, rate: 860, terminals: 1), volts), value => volts.Value = value, 1, 0.5);
    }

    public static DriverPair<SimulatedAds1x15> Pair(Ads1x15Options options, params AdjustableSignal[] volts) => new(
        time =>
        {
            var chip = new SimulatedAds1x15(options.Chip, options.Address, time);
            for (var i = 0; i < volts.Length; i++)
                chip.Connect(i, volts[i]);
            return chip;
        },
        (bus, time) => new Ads1x15Sensor(bus, options, time), (bus, time) => new BoundAds1115(bus, options, time));

    public static Ads1x15Options Options(double gain, int rate, int terminals) => new(Ads1x15Chip.Ads1115)
    {
        Gain = gain,
        DataRate = rate,
        Inputs = [.. Enumerable.Range(0, terminals).Select(i => new ScaledInput($"v{i}", i, new VoltageScale { Unit = "V" }))],
    };
}
