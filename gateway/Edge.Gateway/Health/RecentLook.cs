namespace Edge.Gateway.Health;

/// <summary>One look at the health that serves all who ask within half a second: a scrape asks for each instrument. From any thread.</summary>
/// <param name="look">Takes a new one.</param>
/// <param name="time">Whose half seconds they are.</param>
internal sealed class RecentLook(Func<GatewayHealth> look, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private GatewayHealth? _newest;
    private long _at;

    public GatewayHealth Now()
    {
        lock (_gate)
        {
            if (_newest is { } newest && time.GetElapsedTime(_at) < Recent)
                return newest;
            _at = time.GetTimestamp();
            return _newest = look();
        }
    }
}
