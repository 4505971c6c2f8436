namespace Edge.Site.Access;

/// <summary>
/// How often each of many may try: some at once, then one every so often; one that was refused is not counted. Bounded: while more try than are remembered, all
/// newcomers count as one. One thread at a time.
/// </summary>
/// <param name="atOnce">Attempts that one may make at once.</param>
/// <param name="every">And then one in this time.</param>
/// <param name="most">Who are remembered.</param>
internal sealed class AttemptRate<T>(int atOnce, TimeSpan every, int most, TimeProvider time)
    where T : notnull
{
    private readonly Dictionary<T, TimeSpan> _free = [];
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _freeOfNewcomers;

    private TimeSpan Now => time.GetElapsedTime(_began);

    /// <summary>How long to wait; zero when one may try now.</summary>
    public TimeSpan Wait(T who) => Positive(FreeOf(who) - Now - ((atOnce - 1) * every));

    /// <summary>An attempt is made.</summary>
    public void Count(T who)
    {
        var next = (FreeOf(who) is var free && free > Now ? free : Now) + every;
        if (_free.ContainsKey(who) || HasRoom())
            _free[who] = next;
        else
            _freeOfNewcomers = next;
    }

    /// <summary>An attempt that was counted does not count.</summary>
    public void Return(T who)
    {
        if (_free.TryGetValue(who, out var free))
            _free[who] = free - every;
        else if (_freeOfNewcomers > Now)
            _freeOfNewcomers -= every;
    }

    /// <summary>Its attempts are forgotten.</summary>
    public void Forget(T who) => _free.Remove(who);

    private TimeSpan FreeOf(T who) => _free.TryGetValue(who, out var free) ? free : HasRoom() ? TimeSpan.Zero : _freeOfNewcomers;

    private bool HasRoom()
    {
        if (_free.Count < most)
            return true;
        foreach (var (who, _) in _free.Where(f => f.Value <= Now).ToList())
            _free.Remove(who);
        return _free.Count < most;
    }

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
