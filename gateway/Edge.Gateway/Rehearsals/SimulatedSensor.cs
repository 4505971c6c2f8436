using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Rehearsals;

/// <summary>Readings of one sensor's channels as they come from a plant at rest: each value a few steps of its resolution beside the one before, within its limits.</summary>
internal sealed class SimulatedSensor(int firstChannel, IReadOnlyList<ChannelSettings> channels, TimeSpan period, ulong start, Random random)
{
    private const int Wandering = 40;
    private const int MostSteps = 3;

    private readonly long[] _codes = new long[channels.Count];

    /// <summary>Monotonic ns at which it is read next.</summary>
    public ulong Due { get; private set; } = start;

    public void Read(SampleQueue queue, SimulatedClock clock)
    {
        var now = clock.Now();
        for (var i = 0; i < _codes.Length; i++)
        {
            _codes[i] = Math.Clamp(_codes[i] + random.Next(-MostSteps, MostSteps + 1), -Wandering, Wandering);
            var resolution = channels[i].Resolution;
            var code = (long)Math.Round(Middle(channels[i]) / resolution) + _codes[i];
            queue.Put(new StampedSample(firstChannel + i, Sample.Good(i, code * resolution, code), now.Monotonic, now.Wall));
        }

        Due += (ulong)period.Ticks * TimeSpan.NanosecondsPerTick;
    }

    private static double Middle(ChannelSettings channel) => (channel.AlarmLow, channel.AlarmHigh) switch
    {
        ({ } low, { } high) => (low + high) / 2,
        ({ } low, null) => low + (1000 * channel.Resolution),
        (null, { } high) => high - (1000 * channel.Resolution),
        _ => 1000 * channel.Resolution,
    };
}
