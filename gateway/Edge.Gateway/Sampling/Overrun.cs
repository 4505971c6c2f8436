using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Sampling;

/// <summary>Samples of one channel that the gateway was too slow for.</summary>
/// <param name="From">Monotonic ns of the first.</param>
/// <param name="To">Monotonic ns of the last.</param>
/// <param name="Why">What became of them: <see cref="DidNotFit"/>, <see cref="Missed"/>.</param>
public sealed record Overrun(int Channel, ulong From, ulong To, long Count, string Why)
{
    /// <summary>They were taken while the store stood still.</summary>
    public const string DidNotFit = "did not fit the queue";

    /// <summary>They were never taken.</summary>
    public const string Missed = "missed their time, because the gateway or the device stood still";

    /// <summary>As the log has it. Wall times are those of the clock as it is now, which knows more than it did then.</summary>
    public GapEntry Gap(string channel, in ClockStamp now) => new(
        [channel], now.At(From), now.At(To), GapReason.Overrun,
        $"{Count} {(Count == 1 ? "sample" : "samples")} {Why}{(now.Wall is null ? FormattableString.Invariant($", from {From / 1e9:0.000} s to {To / 1e9:0.000} s after the board's start") : "")}");
}
