namespace Edge.Gateway.Budget;

/// <summary>Watches whether a full log gets emptier: whether anything is anchored or goes.</summary>
/// <param name="patience">How long nothing may.</param>
internal sealed class DrainWatch(TimeSpan patience)
{
    /// <summary>How long nothing may.</summary>
    public TimeSpan Patience => patience;

    private (ulong Anchored, ulong Oldest) _seen;
    private ulong? _since;

    /// <summary>Whether it is full and nothing has gone on for too long.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>True when it got stuck just now.</summary>
    /// <param name="now">Monotonic ns.</param>
    /// <param name="isFull">Whether any policy is in force, or the disk takes nothing.</param>
    /// <param name="anchored">Size that the city holds.</param>
    /// <param name="oldest">Oldest entry held.</param>
    public bool Look(ulong now, bool isFull, ulong anchored, ulong oldest)
    {
        if (!isFull || _seen != (anchored, oldest))
            (_since, IsStuck) = (null, false);
        _seen = (anchored, oldest);
        if (!isFull)
            return false;
        _since ??= now;
        var was = IsStuck;
        IsStuck = now - _since >= (ulong)patience.Ticks * TimeSpan.NanosecondsPerTick;
        return IsStuck && !was;
    }
}
