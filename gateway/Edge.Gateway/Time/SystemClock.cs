using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Time;

/// <summary>The board's clocks. The kernel is asked once a second whether its wall clock is disciplined.</summary>
public sealed class SystemClock : IGatewayClock
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";
    private const ulong AskEvery = 1_000_000_000;

    private readonly TimeProvider _time;
    private readonly bool _trustHost;
    private readonly uint _hostUncertainty;
    private readonly Lock _gate = new();
    private ulong _askedAt;
    private uint? _uncertainty;

    public SystemClock(ClockSettings settings, TimeProvider time)
    {
        _time = time;
        _trustHost = settings.TrustHost;
        _hostUncertainty = (uint)Math.Ceiling(settings.Uncertainty.TotalMilliseconds);
        BootId = Guid.Parse(File.ReadAllText(BootIdFile).Trim());
        Ask(Monotonic());
    }

    public Guid BootId { get; }

    public ClockSource Source => Uncertainty() is null ? ClockSource.None : _trustHost ? ClockSource.Configured : ClockSource.Kernel;

    public ulong Monotonic() => (ulong)_time.Nanoseconds();

    public WallTime? Wall()
    {
        if (Uncertainty() is not { } uncertainty)
            return null;
        var sinceEpoch = _time.GetUtcNow() - DateTimeOffset.UnixEpoch;
        return sinceEpoch >= TimeSpan.Zero ? new WallTime(sinceEpoch.TotalSeconds, uncertainty) : null;
    }

    private uint? Uncertainty()
    {
        lock (_gate)
        {
            var now = Monotonic();
            if (now - _askedAt >= AskEvery)
                Ask(now);
            return _uncertainty;
        }
    }

    private void Ask(ulong now)
    {
        _askedAt = now;
        _uncertainty = _trustHost ? _hostUncertainty : KernelDiscipline.IsSynchronised(out var error) ? error : null;
    }
}
