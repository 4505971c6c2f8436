using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Truth;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Tests.Truth;

/// <summary>A channel with rules, sampled once a second at a resolution of 0.5, from 100 s after the boot on.</summary>
internal sealed class RuledChannel(RuleSettings rules)
{
    private readonly ChannelRules _rules = ChannelRules.Of(new ChannelSettings { Name = "flow", Unit = "L/min", Resolution = 0.5, Definition = "", Rules = rules })!;
    private double _seconds = 100;

    /// <summary>Readings a second apart: the reason of each.</summary>
    public Reason[] Take(params double[] values) => [.. values.Select(v => After(1, v).Reason)];

    public Sample After(double seconds, double value) => After(seconds, Sample.Good(0, value, (long)(value * 2)));

    public Sample After(double seconds, Reason absent) => After(seconds, Sample.Absent(0, absent));

    /// <param name="seconds">Since the one before.</param>
    public Sample After(double seconds, Sample sample)
    {
        _seconds += seconds;
        return _rules.Judge(new StampedSample(0, sample, (ulong)(_seconds * 1e9), null)).Sample;
    }
}
