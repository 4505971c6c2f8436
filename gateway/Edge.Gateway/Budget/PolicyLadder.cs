using Edge.Gateway.Configuration;

namespace Edge.Gateway.Budget;

/// <summary>
/// Which policies are in force. Each has its threshold: those of the first are reached first, the last one's when nothing is left. They are lifted in the
/// reverse order, each when a whole margin more than its threshold is left, so that none flutters. Where no policy says so, nothing more is taken at the end.
/// </summary>
internal sealed class PolicyLadder(IReadOnlyList<FullPolicy> policies)
{
    private readonly FullPolicy[] _policies = policies is [.., BlockPolicy] ? [.. policies] : [.. policies, new BlockPolicy()];
    private int _level;

    /// <summary>In force, in their order.</summary>
    public ReadOnlySpan<FullPolicy> InForce => _policies.AsSpan(0, _level);

    /// <summary>Looks at the room; true when other policies are in force than before.</summary>
    public bool Look(in Room room)
    {
        var before = _level;
        while (_level < _policies.Length && room.Left <= Threshold(_level, room))
            _level++;
        while (_level > 0 && room.Left > Threshold(_level - 1, room) + room.Margin)
            _level--;
        return _level != before;
    }

    /// <summary>Whether entries must go that the city doesn't hold: at that policy's threshold, and until those after it are lifted.</summary>
    public bool MustEvict(in Room room)
    {
        var index = Array.FindIndex(_policies, p => p is EvictPolicy);
        return index >= 0 && room.Left <= (_level > index + 1 ? Threshold(index + 1, room) + room.Margin : Threshold(index, room));
    }

    /// <summary>Whether anchored entries must go: before any policy comes into force, and until all are lifted.</summary>
    public bool MustRelease(in Room room) => room.Left <= room.Margin * (_level > 0 ? 2 : 1);

    private long Threshold(int index, in Room room) => room.Margin * (_policies.Length - 1 - index) / _policies.Length;
}
