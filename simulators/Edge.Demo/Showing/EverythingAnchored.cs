namespace Edge.Demo.Showing;

/// <summary>
/// Watches a gateway until every channel has been read under a seal that names a city block, and those readings are anchored:
/// from then on there is evidence of each channel with both bounds in time.
/// </summary>
public sealed class EverythingAnchored
{
    /// <summary>Status lines, a second apart, in which a beacon reaches a seal and every channel is read again.</summary>
    private const int Rounds = 3;

    private int _rounds;
    private ulong? _needed;

    /// <summary>Looks at the next status line; true once all of it is anchored.</summary>
    public bool Look(GatewayState state)
    {
        if (_needed is null && state.Block is not null && state.Channels.Values.All(c => c.Quality is not null) && ++_rounds > Rounds)
            _needed = state.Size;
        return state.Anchored >= _needed;
    }
}
