using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>What the samplers brought, as it is to be logged: doubted by its channel's rules, and followed by what is computed from it. For the one writer; allocates nothing per reading.</summary>
internal sealed class Inflow
{
    private readonly SampleQueue _queue;
    private readonly ChannelRules?[] _rules;
    private readonly Derivation[][] _derivedOf;
    private readonly StampedSample[] _made;
    private int _next, _end;

    public Inflow(SampleQueue queue, IReadOnlyList<ChannelSettings> channels)
    {
        _queue = queue;
        _rules = [.. channels.Select(ChannelRules.Of)];
        var derived = channels.Select((c, i) => c.Derived is { } settings ? Derivation.Of(i, c, settings) : null).OfType<Derivation>().ToList();
        _derivedOf = [.. channels.Select((_, i) => derived.Where(d => d.Takes(i)).ToArray())];
        _made = new StampedSample[derived.Count];
        Totals = [.. derived.OfType<Total>()];
    }

    /// <summary>The totals among the channels.</summary>
    public IReadOnlyList<Total> Totals { get; }

    /// <summary>Readings that are computed and not taken yet.</summary>
    public int Waiting => _end - _next;

    public bool TryTake(out StampedSample sample)
    {
        if (_next < _end)
        {
            sample = Judged(_made[_next++]);
            return true;
        }

        if (!_queue.TryTake(out sample))
            return false;
        sample = Judged(sample);
        (_next, _end) = (0, 0);
        foreach (var derived in _derivedOf[sample.Channel])
        {
            if (derived.Make(sample, out var made))
                _made[_end++] = made;
        }

        return true;
    }

    /// <summary>What was missed and what was lost since the last call: nothing could be computed from it either.</summary>
    public IReadOnlyList<Overrun> TakeOverruns() => WithDerived(_queue.TakeOverruns());

    /// <summary>The same of short holes.</summary>
    public IReadOnlyList<Overrun> TakeHoles() => WithDerived(_queue.TakeHoles());

    private IReadOnlyList<Overrun> WithDerived(IReadOnlyList<Overrun> overruns) => overruns.Count == 0 ? overruns
        : [.. overruns, .. overruns.SelectMany(o => _derivedOf[o.Channel].Select(d => o with { Channel = d.Channel })).DistinctBy(o => (o.Channel, o.Why))];

    private StampedSample Judged(in StampedSample sample) => _rules[sample.Channel] is { } rules ? rules.Judge(sample) : sample;
}
