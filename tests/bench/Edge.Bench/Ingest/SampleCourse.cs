using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Sensors.Sampling;

namespace Edge.Bench.Ingest;

/// <summary>Samples as ten 4-20 mA channels bring them, stamped as the sampler stamps them; every value differs from the one before.</summary>
internal sealed class SampleCourse(IGatewayClock clock)
{
    public const int Channels = 10;

    private const double BarPerCode = 0.000390625;
    private int _next;

    public static IReadOnlyList<ChannelSettings> Settings { get; } =
    [
        .. Enumerable.Range(1, Channels).Select(n => new ChannelSettings
        {
            Name = $"main.pressure.{n}",
            Unit = "bar",
            Resolution = BarPerCode,
            Definition = """{"driver":"ads1115","bus":"i2c-1"}""",
        }),
    ];

    public void Put(SampleQueue queue, int count)
    {
        for (var end = _next + count; _next < end; _next++)
        {
            var code = 8_000 + (_next * 7 % 16_001);
            var now = clock.Now();
            queue.Put(new StampedSample(_next % Channels, Sample.Good(0, code * BarPerCode, code), now.Monotonic, now.Wall));
        }
    }
}
