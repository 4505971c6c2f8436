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
    private readonly Holes _holes;
    private int _next, _end;

    public Inflow(SampleQueue queue, IReadOnlyList<ChannelSettings> channels)
    {
        _queue = queue;
        _rules = [.. channels.Select(ChannelRules.Of)];
        var derived = channels.Select((c, i) => c.Derived is { } settings ? Derivation.Of(i, c, settings) : null).OfType<Derivation>().ToList();
        _derivedOf = [.. channels.Select((_, i) => derived.Where(d => d.Takes(i)).ToArray())];
        _made = new StampedSample[derived.Count];
        _holes = new Holes(channel => _derivedOf[channel]);
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
        while (_queue.TryTakeHole(out var hole))
            _holes.Add(hole);
        sample = Judged(sample);
        (_next, _end) = (0, 0);
        foreach (var derived in _derivedOf[sample.Channel])
        {
            if (derived.Make(sample, out var made))
                _made[_end++] = made;
        }

        return true;
    }

    /// <summary>Monotonic ns of the oldest hole that waits to be told of; null when none does.</summary>
    public ulong? HoleSince => _holes.Since;

    /// <summary>Looks for holes that no sample has ended, once all samples are taken.</summary>
    /// <param name="since">Monotonic ns since when they last.</param>
    public void FindOpenHoles(ulong since)
    {
        while (_queue.TryTakeOpenHole(since, out var hole))
            _holes.Add(hole);
    }

    /// <summary>The holes behind what was taken since the last call, one of each channel and kind; also of what is computed, since it could not be computed then.</summary>
    public IReadOnlyCollection<Overrun> TakeHoles() => _holes.Take();

    private StampedSample Judged(in StampedSample sample) => _rules[sample.Channel] is { } rules ? rules.Judge(sample) : sample;
}
