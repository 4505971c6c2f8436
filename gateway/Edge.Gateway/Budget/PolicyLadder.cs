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

    /// <summary>Whether the oldest entries may go although the city does not hold them.</summary>
    public bool Evicts => _policies.Any(p => p is EvictPolicy);

    /// <summary>Looks at the room; true when other policies are in force than before.</summary>
    /// <param name="isFreeing">Entries that may go are there: until they are gone, nothing that comes after letting them go comes into force.</param>
    public bool Look(in Room room, bool isFreeing)
    {
        var before = _level;
        var most = isFreeing ? Freeing + 1 : _policies.Length;
        while (_level < most && room.Left <= Threshold(_level, room))
            _level++;
        while (_level > 0 && room.Left > Threshold(_level - 1, room) + room.Margin)
            _level--;
        return _level != before;
    }

    /// <summary>Whether entries must go that the city doesn't hold: at that policy's threshold, and until those after it are lifted.</summary>
    public bool MustEvict(in Room room)
    {
        var index = Evicting;
        return index >= 0 && room.Left <= (_level > index + 1 ? Threshold(index + 1, room) + room.Margin : Threshold(index, room));
    }

    /// <summary>Whether anchored entries must go: before any policy comes into force, and until all are lifted.</summary>
    public bool MustRelease(in Room room) => room.Left <= room.Margin * (_level > 0 ? 2 : 1);

    private int Evicting => Array.FindIndex(_policies, p => p is EvictPolicy);

    /// <summary>The last policy that may come into force while entries can go: the one that lets them, or the one before the block at the end.</summary>
    private int Freeing => Evicting is >= 0 and var index ? index : _policies.Length - 2;

    private long Threshold(int index, in Room room) => room.Margin * (_policies.Length - 1 - index) / _policies.Length;
}
