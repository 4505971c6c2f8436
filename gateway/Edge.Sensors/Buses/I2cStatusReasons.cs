using Edge.Ledger.Entries;

namespace Edge.Sensors.Buses;

/// <summary>The reading's reason behind a failed transfer.</summary>
public static class I2cStatusReasons
{
    /// <summary>The reason a reading is absent when a transfer ended with this status; <see cref="Reason.None"/> for Ok.</summary>
    public static Reason ToReason(this I2cStatus status) => status switch
    {
        I2cStatus.Ok => Reason.None,
        I2cStatus.NoAcknowledge => Reason.NoAnswer,
        I2cStatus.Short => Reason.Garbled,
        _ => Reason.BusFault,
    };

    /// <summary>Whether the same transfer may well succeed if it is tried again at once. An adapter that is missing or cannot do it stays so.</summary>
    public static bool IsPassing(this I2cStatus status) =>
        status is I2cStatus.NoAcknowledge or I2cStatus.BusStuck or I2cStatus.ArbitrationLost or I2cStatus.TimedOut or I2cStatus.Short;
}
