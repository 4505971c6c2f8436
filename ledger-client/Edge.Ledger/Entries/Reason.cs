namespace Edge.Ledger.Entries;

/// <summary>
/// The one reason behind a reading's quality: a closed list with stable numbers, each of one NAMUR NE107 category
/// (<see cref="ReasonMeaning"/>).
/// Stored as one CBOR unsigned integer; a number is never reused.
/// </summary>
public enum Reason : byte
{
    /// <summary>Good: nothing to report.</summary>
    None = 0,

    /// <summary>Failure: the device answered that it has no data (for example EZO response code 255).</summary>
    NoData = 1,

    /// <summary>Failure: the device did not acknowledge its address.</summary>
    NoAnswer = 2,

    /// <summary>Failure: the transfer on the bus failed: stuck, arbitration lost, stretched for too long, or no way to the bus.</summary>
    BusFault = 3,

    /// <summary>Failure: the loop current is below 3.6 mA (NE43): broken wire or transmitter without supply.</summary>
    LoopLow = 4,

    /// <summary>Failure: the loop current is above 21.0 mA (NE43): short circuit or transmitter's alarm level.</summary>
    LoopHigh = 5,

    /// <summary>Out of specification: 3.6 to 3.8 mA (NE43).</summary>
    LoopUnderrange = 6,

    /// <summary>Out of specification: 20.5 to 21.0 mA (NE43).</summary>
    LoopOverrange = 7,

    /// <summary>Failure: the converter stands at the end of its code range, or reports overflow.</summary>
    Saturated = 8,

    /// <summary>Check function: the device is not yet past its warm-up.</summary>
    WarmUp = 9,

    /// <summary>Maintenance required: calibration registers are lost or calibration is due.</summary>
    CalibrationLost = 10,

    /// <summary>Failure: another device answers at this address.</summary>
    WrongDevice = 11,

    /// <summary>Failure: the conversion did not become ready in its time.</summary>
    NotReady = 12,

    /// <summary>Failure: the answer cannot be parsed or its checksum is wrong.</summary>
    Garbled = 13,

    /// <summary>Out of specification: outside the channel's plausible range.</summary>
    OutOfRange = 14,

    /// <summary>Out of specification: changed faster than the channel can.</summary>
    RateOfChange = 15,

    /// <summary>Maintenance required: has not changed for longer than the channel may stand still.</summary>
    FlatLine = 16,

    /// <summary>Check function: under maintenance or simulated on request.</summary>
    Maintenance = 17,

    /// <summary>Failure: the line or device was removed from the board.</summary>
    Removed = 18,

    /// <summary>Failure: the gateway did not sample in time.</summary>
    Overrun = 19,

    /// <summary>Out of specification: the temperature it is compensated with is not measured now.</summary>
    Uncompensated = 20,
}
