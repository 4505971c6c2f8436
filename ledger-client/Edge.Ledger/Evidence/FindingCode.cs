namespace Edge.Ledger.Evidence;

/// <summary>What a verifier found. Below 100: invalid. From 100: a reservation.</summary>
public enum FindingCode
{
    /// <summary>The digest at the file's end does not fit: altered or damaged after it was made.</summary>
    FileAltered = 1,

    /// <summary>The anchored checkpoint's origin is not a gateway's name. Detail: the origin.</summary>
    NotAGateway = 2,

    /// <summary>The gateway is not in the policy. Detail: its origin.</summary>
    GatewayUnknown = 3,

    /// <summary>The gateway's signature does not match. Detail: its origin.</summary>
    GatewaySignature = 4,

    /// <summary>A department's cosignature does not match. Detail: the department.</summary>
    DepartmentSignature = 5,

    /// <summary>Too few departments accepted the checkpoint. Detail: its origin.</summary>
    NoQuorum = 6,

    /// <summary>The city block's checkpoint is not accepted by the policy. Detail: what the cause is about.</summary>
    BlockNotAccepted = 7,

    /// <summary>The anchor is not in the city block.</summary>
    NotInBlock = 8,

    /// <summary>The disclosed entries are not those under the anchored root.</summary>
    NotInLog = 9,

    /// <summary>The entries that give a reading its meaning are missing or are not those in force. Detail: the reading's index.</summary>
    ContextMismatch = 10,

    /// <summary>A block that a seal names is not accepted by the policy. Detail: what the cause is about.</summary>
    BeaconNotAccepted = 11,

    /// <summary>Of an accusation: the two checkpoints are not shown to contradict each other. Detail: their origin.</summary>
    Reconcilable = 12,

    /// <summary>No city block had been seen before the reading: nothing shows it is not older. Detail: the reading's index.</summary>
    NoLowerBound = 100,

    /// <summary>The departments' times leave no interval. Detail: the reading's index.</summary>
    BoundsCrossed = 101,

    /// <summary>The device's own clock lies outside the proved interval. Detail: the reading's index.</summary>
    DeviceClockOutside = 102,

    /// <summary>An entry of a kind made after this software: genuine, meaning unknown. Detail: its index.</summary>
    UnknownKind = 103,

    /// <summary>The policy asks for no cosignatures: nobody but the gateway vouches for the reading's time. Detail: the reading's index.</summary>
    NoUpperBound = 104,

    /// <summary>The entries that say what a reading means, or some of them, are named only by hash. Detail: the reading's index.</summary>
    MeaningNotDisclosed = 105,
}
