namespace Edge.Sensors.Buses.Sharing;

/// <summary>What became of one device's transfers since the start, each try counted.</summary>
/// <param name="NoAcknowledges">Tries that nobody acknowledged.</param>
/// <param name="Timeouts">Tries that did not end in time.</param>
/// <param name="Others">Tries that failed otherwise: short, arbitration lost, bus stuck, adapter gone.</param>
/// <param name="Retries">Tries that were not the first of their transfer.</param>
/// <param name="Withheld">Transfers that were not begun, because the device's slot was over.</param>
/// <param name="Unaffordable">Transfers that were given up because the budget of retries was spent.</param>
public readonly record struct TransferCounts(long NoAcknowledges, long Timeouts, long Others, long Retries, long Withheld, long Unaffordable)
{
    /// <summary>Both together.</summary>
    public static TransferCounts operator +(TransferCounts one, TransferCounts other) => new(
        one.NoAcknowledges + other.NoAcknowledges, one.Timeouts + other.Timeouts, one.Others + other.Others, one.Retries + other.Retries,
        one.Withheld + other.Withheld, one.Unaffordable + other.Unaffordable);

    /// <summary>The same as <c>+</c>.</summary>
    public static TransferCounts Add(TransferCounts one, TransferCounts other) => one + other;

    /// <summary>One more try that failed.</summary>
    internal TransferCounts With(I2cStatus failure) => failure switch
    {
        I2cStatus.NoAcknowledge => this with { NoAcknowledges = NoAcknowledges + 1 },
        I2cStatus.TimedOut => this with { Timeouts = Timeouts + 1 },
        _ => this with { Others = Others + 1 },
    };
}
