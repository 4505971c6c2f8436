using System.Globalization;
using System.Text;

namespace Edge.Bench.Sampling;

/// <summary>32 channels at 10 Hz from eight converters on two buses, one channel that converts by itself 860 times a second on a bus of its own, and a meter of 1,000 pulses a second.</summary>
internal static class SamplingSite
{
    public const int Converters = 8;
    public const int PulsesPerSecond = 1000;

    public const int FastRate = 860;

    /// <summary>As health names them: the converters with four channels each, those on the first bus first.</summary>
    public static IReadOnlyList<string> Places { get; } = [.. Enumerable.Range(0, Converters).Select(i => $"{BusOf(i)} 0x{AddressOf(i):x2}")];

    public static string FastPlace => "i2c-3 0x48";

    public static string MeterPlace => "gpio 17";

    /// <summary>A channel of the first converter, the one that dies.</summary>
    public static string FirstChannel => "c0.0";

    /// <summary>Of a gateway's configuration, the same with the fast channel at 8 Hz: all else goes on as it is.</summary>
    public static string Slowed(string configuration) => configuration.Replace($"data_rate: {FastRate}, gain: 4.096, mode", "data_rate: 8, gain: 4.096, mode", StringComparison.Ordinal);

    /// <summary>What the simulator is to serve.</summary>
    public static string Text()
    {
        var text = new StringBuilder("name: sampling\nsensors:\n");
        for (var i = 0; i < Converters; i++)
        {
            Converter(text, BusOf(i), AddressOf(i), TimeSpan.FromMilliseconds(100));
            for (var input = 0; input < 4; input++)
                Channel(text, $"c{i}.{input}", input);
        }

        Converter(text, "i2c-3", AddressOf(0), null);
        Channel(text, "fast", 0);
        text.Append(CultureInfo.InvariantCulture, $$"""
              - { domain: pipeline, driver: pulse-flow, bus: gpio, line: 17, period: 1s, options: { k_factor: 450, debounce: 0ns },
                  channels: [{ name: flow, output: rate, signal: { mean: {{PulsesPerSecond * 60 / 450.0:R}} } }, { name: volume, output: total }] }

            """);
        return text.ToString();
    }

    private static string BusOf(int converter) => $"i2c-{1 + converter / 4}";

    private static int AddressOf(int converter) => 0x48 + converter % 4;

    private static void Converter(StringBuilder text, string bus, int address, TimeSpan? period) => text.Append(CultureInfo.InvariantCulture, $$"""
          - driver: ads1115
            bus: {{bus}}
            address: 0x{{address:x2}}
            domain: pipeline{{(period is { } own ? $"\n    period: {own.TotalMilliseconds}ms" : "")}}
            options: { data_rate: 860, gain: 4.096{{(period is null ? ", mode: continuous, ready_bus: gpio, ready_line: 22" : "")}} }
            channels:

        """);

    private static void Channel(StringBuilder text, string name, int input) => text.Append(CultureInfo.InvariantCulture,
        $"      - {{ name: {name}, input: ain{input}, scale: voltage, unit: V, signal: {{ mean: 1.5, swing: 0.5, period: 3min, noise: 0.02 }} }}\n");
}
