using Edge.Ledger.Entries;

namespace Edge.Sensors.Buses;

/// <summary>The reading's reason behind a failed reading of a 1-wire device.</summary>
public static class OneWireStatusReasons
{
    /// <summary>The reason a reading is absent; <see cref="Reason.None"/> for Ok.</summary>
    public static Reason ToReason(this OneWireStatus status) => status switch
    {
        OneWireStatus.Ok => Reason.None,
        OneWireStatus.NoDevice => Reason.NoAnswer,
        OneWireStatus.Malformed => Reason.Garbled,
        _ => Reason.BusFault,
    };
}
