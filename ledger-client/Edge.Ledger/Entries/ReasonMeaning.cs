using static Edge.Ledger.Entries.Ne107;

namespace Edge.Ledger.Entries;

/// <summary>
/// What a reason is to those who know NE 107 and OPC UA: one row for each <see cref="Entries.Reason"/>. Where OPC UA has no word of its own for a reason, its
/// general one stands. A reason may come with a value that is doubted or with none: OPC UA tells these apart, NE 107 does not.
/// </summary>
/// <param name="Doubted">With a reading that is uncertain.</param>
/// <param name="Failed">With a reading that is bad.</param>
public sealed record ReasonMeaning(Reason Reason, Ne107 Category, OpcUaStatus Doubted, OpcUaStatus Failed)
{
    private static readonly OpcUaStatus
        CommunicationError = new(0x8005_0000, "BadCommunicationError"),
        DecodingError = new(0x8007_0000, "BadDecodingError"),
        Timeout = new(0x800A_0000, "BadTimeout"),
        NoCommunication = new(0x8031_0000, "BadNoCommunication"),
        WaitingForInitialData = new(0x8032_0000, "BadWaitingForInitialData"),
        OutOfRange = new(0x803C_0000, "BadOutOfRange"),
        ConfigurationError = new(0x8089_0000, "BadConfigurationError"),
        DeviceFailure = new(0x808B_0000, "BadDeviceFailure"),
        SensorFailure = new(0x808C_0000, "BadSensorFailure"),
        OutOfService = new(0x808D_0000, "BadOutOfService"),
        DataLost = new(0x809D_0000, "BadDataLost"),
        LastUsableValue = new(0x4090_0000, "UncertainLastUsableValue"),
        SensorNotAccurate = new(0x4093_0000, "UncertainSensorNotAccurate"),
        EngineeringUnitsExceeded = new(0x4094_0000, "UncertainEngineeringUnitsExceeded"),
        TransducerInManual = new(0x4208_0000, "UncertainTransducerInManual"),
        SensorCalibration = new(0x420A_0000, "UncertainSensorCalibration");

    /// <summary>All of them, by their numbers.</summary>
    public static IReadOnlyList<ReasonMeaning> All { get; } =
    [
        new(Reason.None, Normal, OpcUaStatus.Uncertain, OpcUaStatus.Bad),
        new(Reason.NoData, Failure, OpcUaStatus.Uncertain, DeviceFailure),
        new(Reason.NoAnswer, Failure, OpcUaStatus.Uncertain, NoCommunication),
        new(Reason.BusFault, Failure, OpcUaStatus.Uncertain, CommunicationError),
        new(Reason.LoopLow, Failure, OpcUaStatus.Uncertain, SensorFailure),
        new(Reason.LoopHigh, Failure, OpcUaStatus.Uncertain, SensorFailure),
        new(Reason.LoopUnderrange, OutOfSpecification, SensorNotAccurate, OpcUaStatus.Bad),
        new(Reason.LoopOverrange, OutOfSpecification, SensorNotAccurate, OpcUaStatus.Bad),
        new(Reason.Saturated, Failure, SensorNotAccurate, OutOfRange),
        new(Reason.WarmUp, CheckFunction, OpcUaStatus.Uncertain, WaitingForInitialData),
        new(Reason.CalibrationLost, MaintenanceRequired, SensorCalibration, ConfigurationError),
        new(Reason.WrongDevice, Failure, OpcUaStatus.Uncertain, ConfigurationError),
        new(Reason.NotReady, Failure, OpcUaStatus.Uncertain, Timeout),
        new(Reason.Garbled, Failure, OpcUaStatus.Uncertain, DecodingError),
        new(Reason.OutOfRange, OutOfSpecification, EngineeringUnitsExceeded, OutOfRange),
        new(Reason.RateOfChange, OutOfSpecification, OpcUaStatus.Uncertain, OpcUaStatus.Bad),
        new(Reason.FlatLine, MaintenanceRequired, LastUsableValue, OpcUaStatus.Bad),
        new(Reason.Maintenance, CheckFunction, TransducerInManual, OutOfService),
        new(Reason.Removed, Failure, OpcUaStatus.Uncertain, OutOfService),
        new(Reason.Overrun, Failure, OpcUaStatus.Uncertain, DataLost),
        new(Reason.Uncompensated, OutOfSpecification, SensorNotAccurate, OpcUaStatus.Bad),
    ];

    /// <summary>Null for a reason of a later version than this program.</summary>
    public static ReasonMeaning? Of(Reason reason) => All.FirstOrDefault(m => m.Reason == reason);

    /// <summary>The status of a reading with this reason; its severity is the quality's.</summary>
    public OpcUaStatus Status(Quality quality) => quality switch
    {
        Quality.Good => OpcUaStatus.Good,
        Quality.Uncertain => Doubted,
        _ => Failed,
    };
}
