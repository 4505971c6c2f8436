namespace Edge.Gateway.Pipeline;

/// <summary>
/// What happens is sealed at once, but no oftener than once a second: a value that wanders about its limit 800 times a second would write its card full of seals.
/// </summary>
internal sealed class UrgentSeals
{
    /// <summary>Between two of them, ns.</summary>
    public const ulong Apart = 1_000_000_000;

    private ulong? _last;
    private bool _waits;

    /// <summary>Something happened; true when it is to be sealed now, otherwise <see cref="IsDue"/> says when.</summary>
    /// <param name="now">Monotonic, ns.</param>
    public bool Ask(ulong now)
    {
        _waits = true;
        return IsDue(now);
    }

    /// <summary>Whether what happened a while ago is to be sealed now.</summary>
    /// <param name="now">Monotonic, ns.</param>
    public bool IsDue(ulong now)
    {
        if (!_waits || (_last is { } last && now - Math.Min(last, now) < Apart))
            return false;
        (_last, _waits) = (now, false);
        return true;
    }
}
