using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>Watches that what was sent is acknowledged, and tells once when nothing is. One thread at a time.</summary>
internal sealed class ProgressWatch(TimeSpan patience, TimeProvider clock, ILogger logger)
{
    private long? _since;
    private bool _told;

    /// <summary>Something was sent that must be acknowledged.</summary>
    public void Awaited() => _since ??= clock.GetTimestamp();

    /// <summary>Something new was acknowledged.</summary>
    public void Made() => (_since, _told) = (null, false);

    /// <summary>Tells if it has taken too long.</summary>
    public void Look()
    {
        if (_told || _since is not { } since || clock.GetElapsedTime(since) < patience)
            return;
        _told = true;
        DrainMessages.Stuck(logger, FormattableString.Invariant($"{patience.TotalMinutes:0.#} min"));
    }
}
