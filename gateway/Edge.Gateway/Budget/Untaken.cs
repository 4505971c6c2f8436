using System.Runtime.InteropServices;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Budget;

/// <summary>Readings of one channel that were left out.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Untaken
{
    private ulong _from;
    private ulong _to;

    public long Readings { get; private set; }

    /// <param name="monotonic">ns.</param>
    public void Count(ulong monotonic)
    {
        if (Readings++ == 0)
            _from = monotonic;
        _to = monotonic;
    }

    /// <summary>As the log has it. Wall times are those of the clock as it is now, which knows more than it did then.</summary>
    public readonly GapEntry Gap(string channel, in IntakeRule rule, in ClockStamp now) => new(
        [channel], now.At(_from), now.At(_to), rule.Why ?? GapReason.Blocked,
        FormattableString.Invariant($"{Readings} {(Readings == 1 ? "reading" : "readings")} {rule.Words}{(now.Wall is null ? FormattableString.Invariant($", from {_from / 1e9:0.000} s to {_to / 1e9:0.000} s after the board's start") : "")}"));
}
