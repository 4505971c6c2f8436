using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Sampling;

/// <summary>Keeps the samples of the last round.</summary>
internal sealed class CollectedSamples : ISampleSink
{
    private readonly List<Sample> _samples = [];

    public IReadOnlyList<Sample> All => _samples;

    public Sample this[int output] => _samples.Single(s => s.Output == output);

    public void Accept(in Sample sample) => _samples.Add(sample);

    /// <summary>One round in simulated time.</summary>
    public static CollectedSamples Of(ISensor sensor, SimulatedClock clock)
    {
        var samples = new CollectedSamples();
        clock.Run(sensor.SampleAsync(samples, CancellationToken.None).AsTask());
        Assert.Equal(Enumerable.Range(0, sensor.Outputs.Count), samples.All.Select(s => s.Output));
        return samples;
    }

    /// <summary>No value, bad, for this reason.</summary>
    public static void AssertAbsent(Reason reason, Sample sample)
    {
        Assert.Equal((null, Quality.Bad, reason), (sample.Value, sample.Quality, sample.Reason));
    }

    /// <summary>A value, uncertain, for this reason.</summary>
    public static void AssertDoubted(Reason reason, Sample sample)
    {
        Assert.Equal((Quality.Uncertain, reason), (sample.Quality, sample.Reason));
        Assert.NotNull(sample.Value);
    }
}
