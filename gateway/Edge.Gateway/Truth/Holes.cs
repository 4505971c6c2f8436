using Edge.Gateway.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>What was missed of each channel since that was told last, and of what is computed from it.</summary>
/// <param name="derivedOf">What is computed from a channel.</param>
internal sealed class Holes(Func<int, IReadOnlyList<Derivation>> derivedOf)
{
    /// <param name="Latest">The last hole in it, of whichever input.</param>
    private readonly record struct Sum(Overrun All, Overrun Latest);

    private readonly Dictionary<(int Channel, string Why), Sum> _sums = [];

    /// <summary>Monotonic ns when the first of them ended; null when there is none.</summary>
    public ulong? Since { get; private set; }

    public void Add(in Overrun hole)
    {
        Since ??= hole.To;
        var key = (hole.Channel, hole.Why);
        var all = _sums.TryGetValue(key, out var known) ? known.All.With(hole) : hole;
        _sums[key] = new Sum(all, hole);
        foreach (var derived in derivedOf(hole.Channel))
            AddTo(hole with { Channel = derived.Channel });
    }

    /// <summary>The sums, and none are left.</summary>
    public IReadOnlyCollection<Overrun> Take()
    {
        if (_sums.Count == 0)
            return [];
        Overrun[] taken = [.. _sums.Values.Select(s => s.All)];
        _sums.Clear();
        Since = null;
        return taken;
    }

    /// <summary>Where two inputs missed the same time, what is computed missed it once.</summary>
    private void AddTo(in Overrun hole)
    {
        var key = (hole.Channel, hole.Why);
        if (!_sums.TryGetValue(key, out var known))
        {
            _sums[key] = new Sum(hole, hole);
            return;
        }

        var isApart = hole.From > known.Latest.To || hole.To < known.Latest.From;
        var more = isApart ? hole.Count : Math.Max(0, hole.Count - known.Latest.Count);
        var latest = isApart ? hole : known.Latest.With(hole) with { Count = Math.Max(hole.Count, known.Latest.Count) };
        _sums[key] = new Sum(known.All.With(hole with { Count = more }), latest);
    }
}
