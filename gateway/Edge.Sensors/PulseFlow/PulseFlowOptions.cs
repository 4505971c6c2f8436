using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.PulseFlow;

/// <summary>What a pulse means.</summary>
public sealed record PulseFlowOptions
{
    /// <summary>Pulses per litre, from the meter's plate. The default value is 450 (YF-S201). Must be above 0, at most 1,000,000.</summary>
    public double KFactor { get; init; } = 450;

    /// <summary>Edges closer than this to the last counted one are bounces. The default value is 100 us. At most 1 s.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMicroseconds(100);

    /// <summary>Without a pulse for this long the flow is zero, a real one. The default value is 5 s. Between 100 ms and 10 min.</summary>
    public TimeSpan ZeroAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What holds the line between pulses. The default leaves it as the board was set up.</summary>
    public LineBias Bias { get; init; }

    /// <summary>How often it is sampled; with the K-factor this is the resolution of the rate. The default value is 1 s.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The channels.</summary>
    public required IReadOnlyList<PulseFlowOutput> Outputs { get; init; }

    /// <summary>One pulse, in the quantity's unit: per period for the rate.</summary>
    public double Resolution(PulseFlowQuantity quantity) =>
        quantity == PulseFlowQuantity.Total ? 1 / KFactor : 60 / KFactor / Period.TotalSeconds;

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (!(KFactor is > 0 and <= 1_000_000))
            yield return new("k_factor", $"{KFactor} pulses per litre is not a meter; write the number on its plate, for example 450.");
        if (Debounce < TimeSpan.Zero || Debounce > TimeSpan.FromSeconds(1))
            yield return new("debounce", $"{Debounce.Nanoseconds()} ns is out of range; write 0ns to 1s, usually 100us.");
        if (ZeroAfter < TimeSpan.FromMilliseconds(100) || ZeroAfter > TimeSpan.FromMinutes(10))
            yield return new("zero_after", $"{ZeroAfter.TotalSeconds} s is out of range; write 100ms to 10min, longer than the time between pulses at the lowest flow.");
        if (Period <= TimeSpan.Zero)
            yield return new("period", "a meter needs a period above 0; write for example 1s.");
        if (Outputs.Count == 0 || Outputs.Select(o => o.Quantity).Distinct().Count() != Outputs.Count)
            yield return new("channels", "list one or two channels with different outputs: rate, total.");
    }
}
