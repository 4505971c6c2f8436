using Edge.Gateway.Configuration;
using Edge.Gateway.Time.Rtc;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>
/// The board's clocks. Wall time is the monotonic clock plus an offset, and whoever vouches for it is asked once a second. The first of these counts:
/// the configuration, where it says that the host's clock is right; the kernel, while something disciplines it; the battery-backed clock the configuration
/// names, while it says that it never stopped. If there is none, or it says a time before there were gateways, there is no wall time.
/// </summary>
/// <remarks>Between two questions all stamps have one offset, so that their order is that of what happened, also while someone sets the clock.</remarks>
public sealed class SystemClock : IGatewayClock
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";
    private const ulong AskEvery = 1_000_000_000;

    private readonly ClockSettings _settings;
    private readonly IKernelTime _kernel;
    private readonly RtcClock? _rtc;
    private readonly Lock _gate = new();
    private ulong _askedAt;
    private Vouched? _vouched;

    /// <param name="rtc">Null when the configuration names none.</param>
    public SystemClock(ClockSettings settings, IKernelTime kernel, RtcClock? rtc)
    {
        _settings = settings;
        _kernel = kernel;
        _rtc = rtc;
        BootId = Guid.Parse(File.ReadAllText(BootIdFile).Trim());
        Ask(kernel.Boottime());
    }

    public Guid BootId { get; }

    public ulong Monotonic() => _kernel.Boottime();

    public ulong Asleep() => _kernel.Boottime() is var now && _kernel.Awake() is var awake && now > awake ? now - awake : 0;

    public ClockStamp Now()
    {
        lock (_gate)
        {
            var now = _kernel.Boottime();
            if (now - _askedAt >= AskEvery)
                Ask(now);
            return _vouched is { } vouched && vouched.At(now) is { } wall ? new ClockStamp(now, wall, vouched.Source) : new ClockStamp(now, null, ClockSource.None);
        }
    }

    private void Ask(ulong now)
    {
        _askedAt = now;
        _vouched = OfHost(now) is { } host && host.At(now) is not null ? host : _rtc?.Vouched;
    }

    private Vouched? OfHost(ulong now)
    {
        if (_settings.TrustHost)
            return new Vouched(ClockSource.Configured, WallOffset.Measure(_kernel), now, (uint)Math.Ceiling(_settings.Uncertainty.TotalMilliseconds), 0);
        var word = _kernel.Ask();
        return word.IsSynchronised ? new Vouched(ClockSource.Kernel, WallOffset.Measure(_kernel), now, word.UncertaintyMilliseconds, 0) : null;
    }
}
