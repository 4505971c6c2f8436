using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Time.Rtc;

/// <summary>
/// The time of a battery-backed clock, carried on by the monotonic one. It is read when someone asks for that, not for every stamp: a bus may hang.
/// A new reading that agrees with what was carried on changes nothing; so stamps do not jump with its whole seconds.
/// </summary>
public sealed class RtcClock
{
    /// <summary>It shows whole seconds: the middle of the second, and half of one more uncertainty.</summary>
    private const long HalfSecond = 500_000_000;

    /// <summary>The year 2255: beyond, ns no longer fit.</summary>
    private const long Latest = 9_000_000_000;

    private readonly IRtc _rtc;
    private readonly IKernelTime _kernel;
    private readonly ClockSettings _settings;
    private readonly Lock _gate = new();
    private Vouched? _vouched;
    private RtcReading _reading;

    public RtcClock(IRtc rtc, IKernelTime kernel, ClockSettings settings)
    {
        _rtc = rtc;
        _kernel = kernel;
        _settings = settings;
        Read();
    }

    /// <summary>For messages: rtc0.</summary>
    public string Name => _rtc.Name;

    /// <summary>Whether it kept time, as it said last.</summary>
    public RtcState State
    {
        get
        {
            lock (_gate)
                return _reading.State;
        }
    }

    /// <summary>Why it vouches for nothing; null when it does.</summary>
    public string? Problem
    {
        get
        {
            lock (_gate)
                return _reading.Problem;
        }
    }

    /// <summary>What it vouches for; null while it cannot.</summary>
    internal Vouched? Vouched
    {
        get
        {
            lock (_gate)
                return _vouched;
        }
    }

    /// <summary>Reads it; while the kernel's clock is synchronised, tells it the time before.</summary>
    public void Read()
    {
        if (_kernel.Ask().IsSynchronised)
            _rtc.Keep((_kernel.Realtime() + HalfSecond) / (2 * HalfSecond));
        var before = _kernel.Boottime();
        var reading = _rtc.Read();
        var at = before + ((_kernel.Boottime() - before) / 2);
        lock (_gate)
        {
            _reading = reading;
            _vouched = reading is { State: RtcState.Kept, Seconds: >= 0 and < Latest } ? Carry(reading.Seconds, at) : null;
        }
    }

    private Vouched Carry(long seconds, ulong at)
    {
        var uncertainty = (uint)Math.Ceiling(_settings.RtcUncertainty.TotalMilliseconds) + 500;
        var read = new Vouched(ClockSource.Rtc, (seconds * 1_000_000_000) + HalfSecond - (long)at, at, uncertainty, _settings.DriftPpm);
        if (_vouched is not { } carried)
            return read;
        var drift = (at - carried.Since) * (double)_settings.DriftPpm / 1_000_000;
        return Math.Abs(read.Offset - carried.Offset) <= (2 * HalfSecond) + drift ? carried : read;
    }
}
