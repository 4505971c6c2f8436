using System.Globalization;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.Scales;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Every resolution, every gain, every channel. The binding comes first: it cannot be opened once the driver has left the chip in one-shot mode.</summary>
internal sealed class ComparedMcp3428 : ComparedBinding
{
    private const int Channels = 4;

    public override string Name => "Mcp3428";

    public override IReadOnlyList<Mishap> Mishaps { get; } = [Mishap.BrownOut, Mishap.Garbage, Mishap.NeverReady, Mishap.Saturated, Mishap.OtherChip];

    public override IEnumerable<Comparison> Readings()
    {
        foreach (var bits in Mcp3424Config.Bits.ToArray())
        {
            foreach (var gain in Mcp3424Config.FullScales.ToArray())
            {
                foreach (var comparison in Readings(Options(bits, gain, Channels)))
                    yield return comparison;
            }
        }

        yield return OpenedInOneShotMode();
    }

    private static IEnumerable<Comparison> Readings(Mcp3424Options options)
    {
        var amplification = Mcp3424Config.Reference / options.Gain;
        var where = options.Bits == 18 ? "18 bits" : amplification > 1 ? string.Create(CultureInfo.InvariantCulture, $"gain {amplification}") : "";
        AdjustableSignal[] volts = [.. options.Inputs.Select(_ => new AdjustableSignal())];
        using var pair = Pair(options, volts);
        foreach (var codes in Codes.Signed(options.Bits, count: 21, seed: 2).Chunk(Channels))
        {
            for (var i = 0; i < codes.Length; i++)
                volts[i].Value = codes[i] * options.VoltsPerCode;
            var (bound, own) = (pair.Sample(pair.Bound), pair.Sample(pair.Own));
            for (var i = 0; i < codes.Length; i++)
                yield return new("voltage", where, ValueOf(own[i], options.VoltsPerCode), bound[i].Value, options.VoltsPerCode, "V");
        }
    }

    private static Comparison OpenedInOneShotMode()
    {
        var options = Options(12, Mcp3424Config.Reference, channels: 1);
        using var pair = Pair(options, new AdjustableSignal(1));
        return new("voltage", "opened in one-shot mode", pair.Sample(pair.Own)[0].Value!.Value, pair.Sample(pair.Bound)[0].Value, options.VoltsPerCode, "V");
    }

    /// <summary>The second channel: the first is the one that is selected after power-on.</summary>
    public override (IDriverPair Pair, Action<double> Input, double Before, double After) Make()
    {
        var volts = new AdjustableSignal();
        return (Pair(Options(12, Mcp3424Config.Reference, channels: 2), new AdjustableSignal(0.1), volts), value => volts.Value = value, 1, 0.5);
    }

    private static DriverPair<SimulatedMcp3424> Pair(Mcp3424Options options, params AdjustableSignal[] volts) => new(
        time =>
        {
            var chip = new SimulatedMcp3424(options.Address, time);
            for (var i = 0; i < volts.Length; i++)
                chip.Connect(i, volts[i]);
            return chip;
        },
        (bus, time) => new Mcp3424Sensor(bus, options, time), (bus, time) => new BoundMcp3428(bus, options, time), leap: Mcp3424Config.Duration(options.Bits));

    private static Mcp3424Options Options(int bits, double gain, int channels) => new()
    {
        Bits = bits,
        Gain = gain,
        Inputs = [.. Enumerable.Range(0, channels).Select(i => new ScaledInput($"v{i}", i, new VoltageScale { Unit = "V" }))],
    };
}
