using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>Samples of one channel that did not fit the queue.</summary>
/// <param name="From">Monotonic ns of the first.</param>
/// <param name="To">Monotonic ns of the last.</param>
public sealed record Overrun(int Channel, ulong From, ulong To, long Count)
{
    /// <summary>As the log has it. Wall times are those of the clock as it is now, which knows more than it did then.</summary>
    public GapEntry Gap(string channel, in ClockStamp now) => new(
        [channel], now.At(From), now.At(To), GapReason.Overrun,
        $"{Count} {(Count == 1 ? "sample" : "samples")} did not fit the queue{(now.Wall is null ? FormattableString.Invariant($", from {From / 1e9:0.000} s to {To / 1e9:0.000} s after the board's start") : "")}");
}
