using Edge.Sensors.Buses.Sharing;

namespace Edge.Gateway.Health;

/// <summary>How a device's transfers on an I2C bus ended since the start, each try counted.</summary>
/// <param name="NoAcknowledges">Tries that nobody acknowledged.</param>
/// <param name="Timeouts">Tries that did not end in time.</param>
/// <param name="OtherFailures">Tries that failed otherwise: cut short, arbitration lost, bus stuck, adapter gone.</param>
/// <param name="Retries">Tries that were not the first of their transfer.</param>
/// <param name="Withheld">Transfers that were not begun, because the device's slot of the round was over.</param>
/// <param name="AnsweredSecondsAgo">Since it answered last; null when it never has.</param>
/// <param name="GaveUpSecondsAgo">Since a transfer was given up last because the budget of retries was spent; null when none was.</param>
public sealed record TransferHealth(
    long NoAcknowledges, long Timeouts, long OtherFailures, long Retries, long Withheld, double? AnsweredSecondsAgo, double? GaveUpSecondsAgo)
{
    /// <summary>As the slot has them now.</summary>
    public static TransferHealth Of(DeviceSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var counts = slot.Counts;
        return new TransferHealth(counts.NoAcknowledges, counts.Timeouts, counts.Others, counts.Retries, counts.Withheld, Seconds(slot.Answered), Seconds(slot.Unaffordable));
    }

    private static double? Seconds(TimeSpan? ago) => ago is { } known ? Math.Round(known.TotalSeconds, 1) : null;
}
