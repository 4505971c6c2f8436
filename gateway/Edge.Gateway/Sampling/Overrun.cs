using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Sampling;

/// <summary>Samples of one channel that the gateway was too slow for.</summary>
/// <param name="From">Monotonic ns of the first.</param>
/// <param name="To">Monotonic ns of the last, or when one was taken again.</param>
/// <param name="Why">What became of them: <see cref="DidNotFit"/>, <see cref="Missed"/>, <see cref="NotInTime"/>.</param>
public readonly record struct Overrun(int Channel, ulong From, ulong To, long Count, string Why)
{
    /// <summary>They were taken while the store stood still.</summary>
    public const string DidNotFit = "did not fit the queue";

    /// <summary>They were never taken.</summary>
    public const string Missed = "missed their time, because the gateway or the device stood still";

    /// <summary>They were never taken either, one here and a few there: each time for less than <see cref="RoundCount.Told"/>.</summary>
    public const string NotInTime = "not taken in time";

    /// <summary>ns from the last sample before the longest hole to the first after it; 0: not known.</summary>
    public long Longest { get; init; }

    /// <summary>These and later ones of the same channel, together.</summary>
    public Overrun With(in Overrun later) => this with
    {
        From = Math.Min(From, later.From), To = Math.Max(To, later.To), Count = Count + later.Count, Longest = Math.Max(Longest, later.Longest),
    };

    /// <summary>As the log has it. Wall times are those of the clock as it is now, which knows more than it did then.</summary>
    public GapEntry Gap(string channel, in ClockStamp now) => new(
        [channel], now.At(From), now.At(To), GapReason.Overrun,
        $"{Count} {(Count == 1 ? "sample" : "samples")} {Why}{(Longest > 0 ? FormattableString.Invariant($", the longest hole {Longest / 1e9:0.000} s") : "")}{(now.Wall is null ? FormattableString.Invariant($", from {From / 1e9:0.000} s to {To / 1e9:0.000} s after the board's start") : "")}");
}
