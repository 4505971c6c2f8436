using Edge.Gateway.Configuration;
using Edge.Gateway.Pipeline;

namespace Edge.Gateway.Truth;

/// <summary>What the samplers brought, as it is to be logged. For the one writer.</summary>
internal sealed class Inflow(SampleQueue queue, IReadOnlyList<ChannelSettings> channels)
{
    private readonly ChannelRules?[] _rules = [.. channels.Select(ChannelRules.Of)];

    public bool TryTake(out StampedSample sample)
    {
        if (!queue.TryTake(out sample))
            return false;
        if (_rules[sample.Channel] is { } rules)
            sample = rules.Judge(sample);
        return true;
    }
}
